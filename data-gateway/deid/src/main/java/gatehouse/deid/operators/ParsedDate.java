package gatehouse.deid.operators;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date as a text writes it.
 *
 * @param year four digits, 0 if the text leaves it out
 * @param month 1 to 12
 * @param day 1 to 31, 0 if the text leaves it out
 * @param style how it is written, to write another date alike
 * @param length number of units of the original that the date takes; a time of day may follow
 */
public record ParsedDate(int year, int month, int day, Style style, int length) {
  private static final int FARTHEST = 183;

  /** The usual ways of writing a date. */
  public enum Style {
    /** 2023-05-06. */
    HYPHENS("%04d-%02d-%02d"),
    /** 2023/05/06. */
    SLASHES("%04d/%02d/%02d"),
    /** 2023.05.06. */
    DOTS("%04d.%02d.%02d"),
    /** 20230506. */
    DIGITS("%04d%02d%02d"),
    /** 2023年5月6日, also for Chinese numerals. */
    CHINESE("%d年%d月%d日");

    private final String format;

    Style(String format) {
      this.format = format;
    }

    /** Writes a date in this way. */
    public String write(LocalDate date) {
      return format.formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }
  }

  /** Reads the date at the start of a finding's text; null if it has none of the usual forms. */
  public static @Nullable ParsedDate of(String surface) {
    NormalText text = NormalText.of(surface);
    List<int[]> numbers = numbers(text);
    if (numbers.isEmpty()) {
      return null;
    }
    int[] first = numbers.get(0);
    if (first[1] == 8) {
      return date(
          first[0] / 10000, first[0] / 100 % 100, first[0] % 100, Style.DIGITS, first[2], text);
    }
    boolean yearFirst = first[1] == 4 || text.at(first[2]) == '年';
    if (yearFirst && numbers.size() >= 3) {
      int year = first[0] < 100 ? 2000 + first[0] : first[0];
      return date(
          year,
          numbers.get(1)[0],
          numbers.get(2)[0],
          style(text, first[2]),
          dayEnd(text, numbers.get(2)[2]),
          text);
    }
    if (numbers.size() >= 2 && text.at(first[2]) == '月') {
      return date(
          0, first[0], numbers.get(1)[0], Style.CHINESE, dayEnd(text, numbers.get(1)[2]), text);
    }
    return null;
  }

  /** The day, with the year nearest to an anchor where the text leaves it out. */
  public @Nullable LocalDate near(@Nullable LocalDate anchor) {
    if (day == 0 || (year == 0 && anchor == null)) {
      return null;
    }
    try {
      if (year != 0 || anchor == null) {
        return LocalDate.of(year, month, day);
      }
      LocalDate date = LocalDate.of(anchor.getYear(), month, day);
      if (date.isAfter(anchor.plusDays(FARTHEST))) {
        return date.minusYears(1);
      }
      return date.isBefore(anchor.minusDays(FARTHEST)) ? date.plusYears(1) : date;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable ParsedDate date(
      int year, int month, int day, Style style, int end, NormalText text) {
    boolean real = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    return real ? new ParsedDate(year, month, day, style, text.originalEnd(end)) : null;
  }

  private static int dayEnd(NormalText text, int end) {
    int at = Glyphs.isBlank(text.at(end)) ? end + 1 : end;
    return text.at(at) == '日' || text.at(at) == '号' ? at + 1 : end;
  }

  private static Style style(NormalText text, int separator) {
    return switch (text.at(separator)) {
      case '/' -> Style.SLASHES;
      case '.' -> Style.DOTS;
      case '-' -> Style.HYPHENS;
      default -> Style.CHINESE;
    };
  }

  /** The first three numbers: value, number of digits, end; a day glued to an hour is cut off. */
  private static List<int[]> numbers(NormalText text) {
    List<int[]> numbers = new ArrayList<>(3);
    int at = 0;
    while (at < text.length() && numbers.size() < 3) {
      int end = at;
      while (Glyphs.isDigit(text.at(end)) && end - at < 9) {
        end++;
      }
      if (end > at) {
        int cut = numbers.size() == 2 && end - at == 4 ? at + 2 : end;
        numbers.add(new int[] {Integer.parseInt(text.slice(at, cut)), cut - at, cut});
        at = cut;
      } else if (isNumeral(text.at(at))) {
        at = numeral(text, at, numbers);
      } else {
        at++;
      }
    }
    return numbers;
  }

  private static boolean isNumeral(char c) {
    return Glyphs.numeral(c) >= 0 || c == '十' || c == '廿';
  }

  private static int numeral(NormalText text, int from, List<int[]> numbers) {
    int at = from;
    int ones = 0;
    int tens = -1;
    while (isNumeral(text.at(at)) && at - from < 5) {
      char c = text.at(at);
      if (c == '十') {
        tens = at == from ? 1 : ones;
        ones = 0;
      } else if (c == '廿') {
        tens = 2;
      } else {
        ones = tens < 0 ? ones * 10 + Glyphs.numeral(c) : Glyphs.numeral(c);
      }
      at++;
    }
    numbers.add(new int[] {tens < 0 ? ones : tens * 10 + ones, at - from, at});
    return at;
  }
}
