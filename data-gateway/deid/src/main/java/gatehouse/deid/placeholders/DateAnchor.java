package gatehouse.deid.placeholders;

import gatehouse.deid.operators.ParsedDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day from which a session counts: {@code ⟦D+14-KQXMBT⟧}. A model may compute with such tokens;
 * any number restores to a day, written as the first date of the session was.
 */
final class DateAnchor {
  /** Nobody lives longer: farther days are no dates of a patient. */
  private static final int FARTHEST = 89 * 366;

  /** A model that computes with another spelling of a day may keep its letter. */
  private static final Pattern DAY = Pattern.compile("D([+-]\\d{1,5})[A-Z]{0,2}");

  private final String tail;
  private @Nullable LocalDate anchor;
  private ParsedDate.Style style = ParsedDate.Style.HYPHENS;

  DateAnchor(String nonce) {
    this.tail = "-" + nonce + Placeholders.CLOSE;
  }

  /** A date as {@code D+14}; null if the date is not complete enough or too far away. */
  @Nullable String day(ParsedDate date) {
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
    return "D" + (offset < 0 ? "" : "+") + offset;
  }

  /** The token of a day, with a letter behind it where the day is written in another way. */
  String token(String day) {
    return Placeholders.OPEN + day + tail;
  }

  /** The date of a token that no date made: one that the model computed. */
  @Nullable String restore(String token) {
    LocalDate from = anchor;
    if (from == null || !token.endsWith(tail) || token.length() > longest()) {
      return null;
    }
    Matcher offset = DAY.matcher(token.substring(1, token.length() - tail.length()));
    if (!offset.matches()) {
      return null;
    }
    try {
      return style.write(from.plusDays(Long.parseLong(offset.group(1))));
    } catch (DateTimeException e) {
      return null;
    }
  }

  int longest() {
    return "⟦D+99999ZZ".length() + tail.length();
  }
}
