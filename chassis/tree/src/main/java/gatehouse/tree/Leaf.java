package gatehouse.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a leaf commits to: the format's byte; the id (16 bytes, big-endian); type and topic, each as
 * its length in two bytes and its UTF-8 (absent: length 0). Then, in format 1, the request id
 * likewise and the SHA-256 of the body; in format 2 the commitment, which is the SHA-256 of the
 * salt (32 bytes), the request id likewise, and the body. Who destroys salt and body and keeps the
 * commitment has erased what was said, and the proof stays.
 *
 * @param salt null in format 1
 * @param body as it is stored, byte for byte
 */
// Arrays in a record compare by identity; leaves are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Leaf(
    UUID id,
    String type,
    @Nullable String topic,
    @Nullable String requestId,
    byte @Nullable [] salt,
    byte[] body) {

  private static final int PLAIN = 1;
  private static final int SALTED = 2;

  /** What the Merkle tree hashes. */
  public byte[] data() {
    ByteArrayOutputStream data = begun(salt == null ? PLAIN : SALTED);
    MessageDigest sha256 = Frontier.sha256();
    if (salt == null) {
      data.writeBytes(text(requestId));
    } else {
      sha256.update(salt);
      sha256.update(text(requestId));
    }
    data.writeBytes(sha256.digest(body));
    return data.toByteArray();
  }

  /** The same of an erased entry, of whose salt and body only the commitment is left. */
  public byte[] erased(byte[] commitment) {
    ByteArrayOutputStream data = begun(SALTED);
    data.writeBytes(commitment);
    return data.toByteArray();
  }

  private ByteArrayOutputStream begun(int format) {
    ByteArrayOutputStream data = new ByteArrayOutputStream(160);
    data.write(format);
    data.writeBytes(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
    data.writeBytes(text(type));
    data.writeBytes(text(topic));
    return data;
  }

  private static byte[] text(@Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
    if (bytes.length > 0xffff) {
      throw new IllegalArgumentException("a text in a leaf has at most 65,535 bytes");
    }
    return ByteBuffer.allocate(2 + bytes.length).putShort((short) bytes.length).put(bytes).array();
  }
}
