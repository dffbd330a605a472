package gatehouse.deid.scan;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import java.util.Locale;
import java.util.Set;

/** What foreign patients bring: phones with a country's code, and dates with the month in words. */
public final class ForeignDetector implements Detector {
  private static final Set<String> MONTHS =
      Set.of(
          "jan",
          "feb",
          "mar",
          "apr",
          "may",
          "jun",
          "jul",
          "aug",
          "sep",
          "sept",
          "oct",
          "nov",
          "dec",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final int LONGEST_MONTH = 9;

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      if (c == '+' && Glyphs.isDigit(text.at(i + 1))) {
        phone(text, i, findings);
      } else if (Glyphs.isLetter(c) && !Glyphs.isLetter(text.at(i - 1))) {
        i = month(text, i, findings);
      }
    }
  }

  /** Eight to fifteen digits (E.164) in pieces. */
  private static void phone(NormalText text, int plus, Findings findings) {
    int digits = 0;
    int end = plus + 1;
    int at = end;
    while (digits <= 15) {
      if (Glyphs.isDigit(text.at(at))) {
        digits++;
        at++;
        end = at;
      } else if (at - end < 2 && " -()".indexOf(text.at(at)) >= 0) {
        at++;
      } else {
        break;
      }
    }
    if (digits >= 8 && digits <= 15) {
      findings.add(Type.PHONE, plus, end, 0.9, Stage.SCAN);
    }
  }

  /** Gives the last position of the word that starts here. */
  private static int month(NormalText text, int start, Findings findings) {
    int end = start;
    while (Glyphs.isLetter(text.at(end))) {
      end++;
    }
    boolean month =
        end - start <= LONGEST_MONTH
            && MONTHS.contains(text.slice(start, end).toLowerCase(Locale.ROOT));
    if (month) {
      int from = before(text, start);
      int to = after(text, end);
      if (from < start || to > end) {
        findings.add(Type.DATE, from, to, 0.85, Stage.SCAN);
        return Math.max(end, to) - 1;
      }
    }
    return end - 1;
  }

  /** Over a day before the month: 22 May, 22nd of May, 21-May. */
  private static int before(NormalText text, int month) {
    int at = month;
    while (month - at < 2 && isBetween(text.at(at - 1))) {
      at--;
    }
    if (text.at(at - 1) == 'f' && text.at(at - 2) == 'o' && text.at(at - 3) == ' ') {
      at -= 3;
    }
    boolean ordinal = Glyphs.isLetter(text.at(at - 1)) && Glyphs.isLetter(text.at(at - 2));
    int end = ordinal ? at - 2 : at;
    int start = end;
    while (Glyphs.isDigit(text.at(start - 1)) && end - start < 3) {
      start--;
    }
    boolean day = end - start >= 1 && end - start <= 2 && !Glyphs.isWord(text.at(start - 1));
    return day && at <= month ? start : month;
  }

  /** Over a day, an ordinal's letters and a year after the month. */
  private static int after(NormalText text, int monthEnd) {
    int end = monthEnd;
    for (int part = 0; part < 2; part++) {
      int at = end;
      while (at - end < 3 && isBetween(text.at(at))) {
        at++;
      }
      int digits = at;
      while (Glyphs.isDigit(text.at(at)) && at - digits < 5) {
        at++;
      }
      int count = at - digits;
      boolean number = count == 4 || (count >= 1 && count <= 2 && part == 0);
      if (digits == end || !number) {
        break;
      }
      boolean ordinal =
          Glyphs.isLetter(text.at(at))
              && Glyphs.isLetter(text.at(at + 1))
              && !Glyphs.isLetter(text.at(at + 2));
      end = ordinal && count <= 2 ? at + 2 : at;
      if (count == 4) {
        break;
      }
    }
    return end;
  }

  private static boolean isBetween(char c) {
    return c == ' ' || c == '-' || c == ',' || c == '.' || c == '/';
  }
}
