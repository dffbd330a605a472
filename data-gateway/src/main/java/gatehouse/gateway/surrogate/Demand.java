package gatehouse.gateway.surrogate;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a schema demands of one string (JSON Schema 2020-12, validation 6.3 and 7.3).
 *
 * @param pattern found anywhere in the value, as ECMA-262 finds it; null if none is demanded
 * @param shortest characters
 * @param longest characters
 */
record Demand(@Nullable Pattern pattern, Format format, int shortest, int longest) {

  /** The formats whose values a token cannot have. */
  enum Format {
    ANY("[\\s\\S]*"),
    EMAIL("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
    /** A time may stand behind the day, which alone is personal. */
    DATE("\\d{4}-\\d{2}-\\d{2}");

    private final Pattern shape;

    Format(String shape) {
      this.shape = Pattern.compile(shape);
    }

    static Format of(@Nullable String word) {
      return switch (word) {
        case "email", "idn-email" -> EMAIL;
        case "date", "date-time" -> DATE;
        case null, default -> ANY;
      };
    }
  }

  /** Whether the value may stand there; a pattern that takes too many steps says no. */
  boolean accepts(String value) {
    int length = value.codePointCount(0, value.length());
    return length >= shortest
        && length <= longest
        && format.shape.matcher(value).matches()
        && (pattern == null || PatientText.find(pattern, value));
  }
}
