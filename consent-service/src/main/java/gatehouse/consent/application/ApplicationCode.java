package gatehouse.consent.application;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The code of an AI application as admission-service gave it: what a client writes as the model's
 * name. Whoever writes it in other letter case means the same application: a no to {@code
 * Note-Assistant} must hold for {@code note-assistant}.
 *
 * @param value 1 to 100 letters, digits and {@code . _ : @ -}, kept in lower case
 */
public record ApplicationCode(String value) {
  /** The form of a code, for the edges' own checks. */
  public static final String FORM = "[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  public ApplicationCode {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("not an application's code");
    }
    value = value.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
