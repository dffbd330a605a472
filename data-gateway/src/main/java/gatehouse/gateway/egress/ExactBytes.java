package gatehouse.gateway.egress;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes that were checked, and the only ones that are sent. */
public final class ExactBytes {
  private final byte[] bytes;
  private final String digest;

  ExactBytes(byte[] bytes) {
    this.bytes = bytes.clone();
    this.digest = digest(this.bytes);
  }

  /** A copy. */
  public byte[] toArray() {
    return bytes.clone();
  }

  /** {@code sha256:} and their digest. */
  public String digest() {
    return digest;
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "ExactBytes[" + bytes.length + "]";
  }
}
