package gatehouse.journal.sequence;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.journal.store.ProvenPart;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a leaf commits to: the format's byte; the id (16 bytes, big-endian); type and
 * topic, each as its length in two bytes and its UTF-8 (absent: length 0). Then, in format 1, the
 * request id likewise and the SHA-256 of the body; in format 2 the commitment, which is the SHA-256
 * of the salt (32 bytes), the request id likewise, and the body. Who destroys salt and body and
 * keeps the commitment has erased what was said, and the proof stays.
 */
public final class Leaf {

  private static final int PLAIN = 1;
  private static final int SALTED = 2;

  private Leaf() {}

  /** What the Merkle tree hashes as this entry's leaf. */
  public static byte[] data(ProvenPart entry) {
    ByteArrayOutputStream data = begun(entry, entry.salt() == null ? PLAIN : SALTED);
    MessageDigest sha256 = Frontier.sha256();
    if (entry.salt() == null) {
      data.writeBytes(text(entry.requestId()));
    } else {
      sha256.update(entry.salt());
      sha256.update(text(entry.requestId()));
    }
    data.writeBytes(sha256.digest(entry.body()));
    return data.toByteArray();
  }

  /** The same of an erased entry, of whose salt and body only the commitment is left. */
  public static byte[] erased(ProvenPart entry, byte[] commitment) {
    ByteArrayOutputStream data = begun(entry, SALTED);
    data.writeBytes(commitment);
    return data.toByteArray();
  }

  private static ByteArrayOutputStream begun(ProvenPart entry, int format) {
    ByteArrayOutputStream data = new ByteArrayOutputStream(160);
    data.write(format);
    data.writeBytes(
        ByteBuffer.allocate(16)
            .putLong(entry.id().getMostSignificantBits())
            .putLong(entry.id().getLeastSignificantBits())
            .array());
    data.writeBytes(text(entry.type()));
    data.writeBytes(text(entry.topic()));
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
