package gatehouse.pseudonym;

import java.util.regex.Pattern;

/**
 * A reference to a person without the person: {@code <key id>.<base64url of HMAC-SHA-256>}.
 *
 * <p>Safe in events, logs and URLs. The key id tells which key made it, so that a rotated key does
 * not silently turn one person into two.
 *
 * @param value the textual form, 45 to 76 characters
 */
public record Pseudonym(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]{1,32}\\.[A-Za-z0-9_-]{43}");

  /**
   * Takes over a pseudonym that was made elsewhere.
   *
   * @throws IllegalArgumentException when the text does not have the form of a pseudonym; the
   *     message does not repeat the text, which may be somebody's real number
   */
  public Pseudonym {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a pseudonym: expected <key id>.<43 characters>");
    }
  }

  /** Tells whether the text has the form of a pseudonym; never throws. */
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
