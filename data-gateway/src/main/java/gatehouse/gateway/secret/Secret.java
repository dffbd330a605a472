package gatehouse.gateway.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret of 256 random bits. Its plain SHA-256 is enough to keep: nobody tries 2²⁵⁶ values, as
 * somebody would try passwords.
 *
 * @param value as its holder sends it
 */
public record Secret(String value) {
  private static final int BYTES = 32;

  /** A new one. */
  public static Secret fresh(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What is kept of it: the SHA-256 in hex. */
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Names nothing. */
  @Override
  public String toString() {
    return "Secret[…]";
  }
}
