package gatehouse.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.verify.tree.Hashes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of a journal in the tests; format 2, or format 1 without a salt. */
// Compared by its parts only.
@SuppressWarnings("ArrayRecordComponent")
record SampleEntry(
    UUID id,
    String type,
    @Nullable String topic,
    @Nullable String requestId,
    byte @Nullable [] salt,
    String body,
    boolean erased) {

  private static final HexFormat HEX = HexFormat.of();

  SampleEntry withBody(String other) {
    return new SampleEntry(id, type, topic, requestId, salt, other, erased);
  }

  SampleEntry erase() {
    return new SampleEntry(id, type, topic, requestId, salt, body, true);
  }

  byte[] leaf() {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write(salt == null ? 1 : 2);
    data.writeBytes(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
    data.writeBytes(sized(type));
    data.writeBytes(sized(topic));
    if (salt == null) {
      data.writeBytes(sized(requestId));
    }
    data.writeBytes(commitment());
    return new Hashes().leaf(data.toByteArray());
  }

  String line(long seq) {
    String start =
        "{\"seq\":%d,\"leaf\":\"%s\",\"format\":%d,\"id\":\"%s\",\"type\":\"%s\",\"topic\":%s"
            .formatted(seq, HEX.formatHex(leaf()), salt == null ? 1 : 2, id, type, quoted(topic));
    if (erased) {
      return start + ",\"commitment\":\"" + HEX.formatHex(commitment()) + "\"}";
    }
    Base64.Encoder base64 = Base64.getEncoder();
    String salted = salt == null ? "" : ",\"salt\":\"" + base64.encodeToString(salt) + '"';
    String encoded = base64.encodeToString(body.getBytes(UTF_8));
    return start
        + ",\"requestId\":"
        + quoted(requestId)
        + salted
        + ",\"body\":\""
        + encoded
        + "\"}";
  }

  private byte[] commitment() {
    MessageDigest sha256 = Hashes.sha256();
    if (salt != null) {
      sha256.update(salt);
      sha256.update(sized(requestId));
    }
    return sha256.digest(body.getBytes(UTF_8));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : '"' + text + '"';
  }

  private static byte[] sized(@Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
    return ByteBuffer.allocate(2 + bytes.length).putShort((short) bytes.length).put(bytes).array();
  }
}
