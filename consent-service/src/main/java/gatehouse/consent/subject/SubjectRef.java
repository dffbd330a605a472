package gatehouse.consent.subject;

import java.util.regex.Pattern;

/**
 * The person asked, without the person: the keyed reference that all services of the hospital
 * share.
 *
 * @param value {@code <key id>.<base64url of HMAC-SHA-256(key, issuer | id)>}
 */
public record SubjectRef(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]{1,32}\\.[A-Za-z0-9_-]{43}");

  /**
   * @throws IllegalArgumentException when the text is no reference; the message does not repeat it,
   *     because it may be somebody's real number
   */
  public SubjectRef {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not a subject reference");
    }
  }

  /** Whether the text has the form of a reference; never throws. */
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
