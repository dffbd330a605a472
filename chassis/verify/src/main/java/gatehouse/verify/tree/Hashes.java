package gatehouse.verify.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The two hashes of a tree (RFC 9162, 2.1.1), with a digest that is used again. Not thread-safe.
 */
public final class Hashes {

  private final MessageDigest sha256 = sha256();

  /** A new SHA-256. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** SHA-256 of a zero byte and the data. */
  public byte[] leaf(byte[] data) {
    sha256.update((byte) 0);
    return sha256.digest(data);
  }

  /** SHA-256 of a one byte and both children. */
  public byte[] node(byte[] left, byte[] right) {
    sha256.update((byte) 1);
    sha256.update(left);
    return sha256.digest(right);
  }

  /** SHA-256 of nothing. */
  public byte[] empty() {
    return sha256.digest();
  }
}
