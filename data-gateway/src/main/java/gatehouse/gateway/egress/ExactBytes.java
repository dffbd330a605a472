package gatehouse.gateway.egress;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes that were checked, and the only ones that are sent. */
public final class ExactBytes {
  private final byte[] bytes;

  ExactBytes(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** A copy. */
  public byte[] toArray() {
    return bytes.clone();
  }

  /** {@code sha256:} and their digest. */
  public String digest() {
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
