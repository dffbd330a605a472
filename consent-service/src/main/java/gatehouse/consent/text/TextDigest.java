package gatehouse.consent.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names bytes by their SHA-256 (FIPS 180-4).
 *
 * @param value {@code sha256:} and 64 lower-case hexadecimal digits
 */
public record TextDigest(String value) {
  /** The form of a digest, for the edges' own checks. */
  public static final String FORM = "sha256:[0-9a-f]{64}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  public TextDigest {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("not a digest: expected sha256:<64 hexadecimal digits>");
    }
  }

  /** The digest of the text's bytes in UTF-8. */
  public static TextDigest of(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return new TextDigest("sha256:" + HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
