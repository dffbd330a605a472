package gatehouse.deid.placeholders;

import gatehouse.deid.operators.ParsedDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The day from which a session counts: {@code ⟦D+14-KQXMBT⟧}. A model may compute with such tokens;
 * any number restores to a day, written as the first date of the session was.
 */
final class DateAnchor {
  /** Nobody lives longer: farther days are no dates of a patient. */
  private static final int FARTHEST = 89 * 366;

  private final String tail;
  private @Nullable LocalDate anchor;
  private ParsedDate.Style style = ParsedDate.Style.HYPHENS;

  DateAnchor(String nonce) {
    this.tail = "-" + nonce + Placeholders.CLOSE;
  }

  /** The token of a date; null if the date is not complete enough or too far away. */
  @Nullable String token(ParsedDate date) {
    LocalDate day = date.near(anchor);
    if (day == null) {
      return null;
    }
    if (anchor == null) {
      anchor = day;
      style = date.style();
    }
    long offset = ChronoUnit.DAYS.between(anchor, day);
    if (Math.abs(offset) > FARTHEST) {
      return null;
    }
    return Placeholders.OPEN + "D" + (offset < 0 ? "" : "+") + offset + tail;
  }

  /** The date of a token that no date made: one that the model computed. */
  @Nullable String restore(String token) {
    LocalDate from = anchor;
    if (from == null || !token.endsWith(tail) || token.length() > longest()) {
      return null;
    }
    String offset = token.substring(1, token.length() - tail.length());
    if (!offset.matches("D[+-]\\d{1,5}")) {
      return null;
    }
    try {
      return style.write(from.plusDays(Long.parseLong(offset.substring(1))));
    } catch (DateTimeException e) {
      return null;
    }
  }

  int longest() {
    return "⟦D+99999".length() + tail.length();
  }
}
