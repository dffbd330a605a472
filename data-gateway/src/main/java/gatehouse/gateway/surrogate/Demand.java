package gatehouse.gateway.surrogate;

import gatehouse.gateway.decoding.Deadline;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a schema demands of one string or integer (JSON Schema 2020-12, validation 6.1.1, 6.2, 6.3
 * and 7.3).
 *
 * @param pattern found anywhere in the value, as ECMA-262 finds it; null if none is demanded
 * @param least characters of a string, or the least integer
 * @param most characters of a string, or the greatest integer
 */
record Demand(@Nullable Pattern pattern, Format format, long least, long most) {

  /** The formats whose values a token cannot have. */
  enum Format {
    ANY("[\\s\\S]*"),
    EMAIL("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
    /** A time may stand behind the day, which alone is personal. */
    DATE("\\d{4}-\\d{2}-\\d{2}"),
    /** What a program reads as a whole number; no zero leads, or it would be another number. */
    INTEGER("[1-9]\\d{0,17}");

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

  /**
   * Whether the value may stand there; a pattern that takes too many steps says no.
   *
   * @throws Deadline.Passed if the whole call is late
   */
  boolean accepts(String value, Deadline deadline) {
    return format.shape.matcher(value).matches()
        && isWithin(
            format == Format.INTEGER
                ? Long.parseLong(value)
                : value.codePointCount(0, value.length()))
        && (pattern == null || PatientText.find(pattern, value, deadline));
  }

  private boolean isWithin(long size) {
    return size >= least && size <= most;
  }
}
