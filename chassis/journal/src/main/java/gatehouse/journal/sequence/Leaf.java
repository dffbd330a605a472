package gatehouse.journal.sequence;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.journal.store.StoredEntry;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a leaf commits to. Format 1: the byte 1; the id (16 bytes, big-endian); type,
 * topic and request id, each as its length in two bytes and its UTF-8 (absent: length 0); the
 * SHA-256 of the body, 32 bytes. The body is only committed to, so that another format can salt the
 * commitment and the body can be erased without breaking the proof.
 */
public final class Leaf {

  private static final int FORMAT = 1;

  private Leaf() {}

  /** What the Merkle tree hashes as this entry's leaf. */
  public static byte[] data(StoredEntry entry) {
    ByteArrayOutputStream data = new ByteArrayOutputStream(160);
    data.write(FORMAT);
    data.writeBytes(
        ByteBuffer.allocate(16)
            .putLong(entry.id().getMostSignificantBits())
            .putLong(entry.id().getLeastSignificantBits())
            .array());
    text(data, entry.type());
    text(data, entry.topic());
    text(data, entry.requestId());
    MessageDigest sha256 = Frontier.sha256();
    data.writeBytes(sha256.digest(entry.body()));
    return data.toByteArray();
  }

  private static void text(ByteArrayOutputStream data, @Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
    data.write(bytes.length >>> 8);
    data.write(bytes.length);
    data.writeBytes(bytes);
  }
}
