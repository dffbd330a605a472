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

  /** A day that nobody lives to see: what a model answers around it is no real day. */
  private static final LocalDate EPOCH = LocalDate.of(2900, 1, 1);

  /**
   * Every day that may stand for one of a session's, in the three ways in which models write it.
   */
  static final String FAR =
      "(?<![0-9])2[89]\\d\\d(?:-\\d{1,2}-\\d{1,2}|/\\d{1,2}/\\d{1,2}|年\\d{1,2}月\\d{1,2}日)(?![0-9])";

  private static final Pattern PARTS =
      Pattern.compile("(\\d{4})([-/年])(\\d{1,2})([-/月])(\\d{1,2})(日?)");

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

  /** The token's day counted from 2900-01-01, as an ISO date; null if it is no day's token. */
  @Nullable String far(String token) {
    if (anchor == null || !token.endsWith(tail)) {
      return null;
    }
    Matcher offset = DAY.matcher(token.substring(1, token.length() - tail.length()));
    return offset.matches() ? EPOCH.plusDays(Long.parseLong(offset.group(1))).toString() : null;
  }

  /** The day that a far day stands for, written in its way; null if there is none. */
  @Nullable String near(String farDay) {
    LocalDate from = anchor;
    Matcher parts = PARTS.matcher(farDay);
    if (from == null || !parts.matches()) {
      return null;
    }
    try {
      LocalDate far =
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(3)),
              Integer.parseInt(parts.group(5)));
      LocalDate day = from.plusDays(ChronoUnit.DAYS.between(EPOCH, far));
      boolean padded = parts.group(3).length() == 2 && parts.group(5).length() == 2;
      String form = padded ? "%04d%s%02d%s%02d%s" : "%04d%s%d%s%d%s";
      return form.formatted(
          day.getYear(),
          parts.group(2),
          day.getMonthValue(),
          parts.group(4),
          day.getDayOfMonth(),
          parts.group(6));
    } catch (DateTimeException e) {
      return null;
    }
  }

  int longest() {
    return "⟦D+99999ZZ".length() + tail.length();
  }
}
