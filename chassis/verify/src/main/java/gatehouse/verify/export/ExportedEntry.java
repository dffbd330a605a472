package gatehouse.verify.export;

import gatehouse.verify.tree.Hashes;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the export states it, with the leaf hash that follows from its content.
 *
 * @param seq the number it bears
 * @param stated the leaf hash that the export states
 * @param leaf the leaf hash that follows from the other fields
 * @param kind how much of its content can be seen
 * @param order what it orders to be erased, if it is such an order
 */
// Compared by its parts only.
@SuppressWarnings("ArrayRecordComponent")
public record ExportedEntry(
    long seq, byte[] stated, byte[] leaf, Kind kind, @Nullable ErasureOrder order) {

  private static final int HASH = 32;
  private static final int LONGEST = 0xffff;

  /** How an entry's content is bound to its leaf. */
  public enum Kind {
    /** Format 1: by its plain digest. */
    PLAIN,
    /** Format 2: by a salted commitment. */
    SALTED,
    /** Format 2, salt and content destroyed: only the commitment is left. */
    ERASED
  }

  /**
   * Reads a line of the export and recomputes its leaf.
   *
   * @throws MalformedLineException if the journal would not have written it so
   */
  public static ExportedEntry parse(Line line, Hashes hashes) {
    Beginning beginning = Beginning.parse(line);
    line.expect("\",\"format\":");
    boolean salted = line.take("2");
    if (!salted) {
      line.expect("1");
    }
    ByteArrayOutputStream data = new ByteArrayOutputStream(256);
    data.write(salted ? 2 : 1);
    line.expect(",\"id\":\"");
    data.writeBytes(line.id());
    line.expect("\",\"type\":\"");
    byte[] type = line.text();
    sized(line, data, type);
    line.expect("\"");
    sized(line, data, optional(line, "topic"));
    Content content = salted ? salted(line, data) : plain(line, data);
    line.expect("\"}");
    line.end();
    return new ExportedEntry(
        beginning.seq(),
        beginning.leaf(),
        hashes.leaf(data.toByteArray()),
        content.kind(),
        ErasureOrder.of(type, content.body()));
  }

  /** What of an entry can be seen. */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Content(Kind kind, byte[] body) {}

  /**
   * The beginning of an entry's line, which can be read where the rest cannot.
   *
   * @param seq the number it bears
   * @param leaf the leaf hash that the export states
   */
  // Compared by its parts only.
  @SuppressWarnings("ArrayRecordComponent")
  public record Beginning(long seq, byte[] leaf) {

    /**
     * Reads the beginning of a line.
     *
     * @throws MalformedLineException if the journal would not have written it so
     */
    public static Beginning parse(Line line) {
      line.expect("{\"seq\":");
      long seq = line.number();
      line.expect(",\"leaf\":\"");
      return new Beginning(seq, line.hex(HASH));
    }
  }

  /** Whether the content fits the leaf hash that the export states. */
  public boolean fits() {
    return Arrays.equals(stated, leaf);
  }

  private static Content plain(Line line, ByteArrayOutputStream data) {
    sized(line, data, optional(line, "requestId"));
    line.expect(",\"body\":\"");
    byte[] body = line.base64();
    data.writeBytes(Hashes.sha256().digest(body));
    return new Content(Kind.PLAIN, body);
  }

  private static Content salted(Line line, ByteArrayOutputStream data) {
    if (line.take(",\"commitment\":\"")) {
      data.writeBytes(line.hex(HASH));
      return new Content(Kind.ERASED, new byte[0]);
    }
    ByteArrayOutputStream requestId = new ByteArrayOutputStream();
    sized(line, requestId, optional(line, "requestId"));
    line.expect(",\"salt\":\"");
    byte[] salt = line.base64();
    if (salt.length != HASH) {
      throw line.malformed("a salt has 32 bytes");
    }
    line.expect("\",\"body\":\"");
    MessageDigest commitment = Hashes.sha256();
    commitment.update(salt);
    commitment.update(requestId.toByteArray());
    byte[] body = line.base64();
    data.writeBytes(commitment.digest(body));
    return new Content(Kind.SALTED, body);
  }

  /** Absent has one spelling, null: an empty text would have the same leaf. */
  private static byte[] optional(Line line, String name) {
    line.expect(",\"" + name + "\":");
    if (line.take("null")) {
      return new byte[0];
    }
    line.expect("\"");
    byte[] text = line.text();
    line.expect("\"");
    if (text.length == 0) {
      throw line.malformed(name + " is empty");
    }
    return text;
  }

  private static void sized(Line line, ByteArrayOutputStream data, byte[] text) {
    if (text.length > LONGEST) {
      throw line.malformed("text too long");
    }
    data.write(text.length >>> 8);
    data.write(text.length);
    data.writeBytes(text);
  }
}
