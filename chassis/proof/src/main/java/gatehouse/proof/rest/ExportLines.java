package gatehouse.proof.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import gatehouse.proof.store.ExportedEntry;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an export. Their form is fixed to the byte: no blanks, fields in this order, absent
 * only as null; a verifier refuses any other spelling.
 */
final class ExportLines {

  private static final HexFormat HEX = HexFormat.of();
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private ExportLines() {}

  static byte[] entry(ExportedEntry entry) {
    byte[] commitment = entry.commitment();
    byte[] salt = entry.salt();
    boolean salted = salt != null || commitment != null;
    StringBuilder line = new StringBuilder(512 + entry.body().length * 4 / 3);
    line.append("{\"seq\":").append(entry.seq());
    line.append(",\"leaf\":\"").append(HEX.formatHex(entry.leaf()));
    line.append("\",\"format\":").append(salted ? 2 : 1);
    line.append(",\"id\":\"").append(entry.id());
    line.append("\",\"type\":").append(quoted(entry.type()));
    line.append(",\"topic\":").append(quoted(entry.topic()));
    if (commitment != null) {
      return finished(line.append(",\"commitment\":\"").append(HEX.formatHex(commitment)));
    }
    line.append(",\"requestId\":").append(quoted(entry.requestId()));
    if (salt != null) {
      line.append(",\"salt\":\"").append(BASE64.encodeToString(salt)).append('"');
    }
    return finished(line.append(",\"body\":\"").append(BASE64.encodeToString(entry.body())));
  }

  static byte[] checkpoint(String note) {
    StringBuilder line = new StringBuilder("{\"checkpoint\":\"");
    JsonStringEncoder.getInstance().quoteAsString(note, line);
    return finished(line);
  }

  private static byte[] finished(StringBuilder line) {
    return line.append("\"}\n").toString().getBytes(UTF_8);
  }

  private static String quoted(@Nullable String text) {
    return text == null
        ? "null"
        : '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
