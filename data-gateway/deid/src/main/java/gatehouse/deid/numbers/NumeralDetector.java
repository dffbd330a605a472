package gatehouse.deid.numbers;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Clue;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;

/** Numbers read out digit by digit in Chinese: 幺三八零零幺三八零零零, mixed with digits or not. */
public final class NumeralDetector implements Detector {
  private static final int SHORTEST = 7;

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    int label = 0;
    int phoneEnd = -100;
    for (int i = 0; i < text.length(); i++) {
      if (Glyphs.spokenNumeral(text.at(i)) < 0) {
        continue;
      }
      int start = back(text, i);
      int end = i;
      StringBuilder digits = new StringBuilder();
      for (int k = start; k < text.length() && isPart(text, k); k++) {
        if (digit(text.at(k)) >= 0) {
          digits.append(digit(text.at(k)));
          end = k + 1;
        }
      }
      while (label < hits.all().size() && hits.all().get(label).end() <= start) {
        Hits.Hit hit = hits.all().get(label++);
        phoneEnd = hit.clue() == Clue.PHONE ? hit.end() : phoneEnd;
      }
      boolean counted =
          text.slice(start, end).indexOf('、') >= 0 || text.slice(start, end).indexOf(',') >= 0;
      if (digits.length() == IdentityCard.LENGTH - 1 && "Xx".indexOf(text.at(end)) >= 0) {
        digits.append('X');
        end++;
      }
      add(digits.toString(), start, end, start - phoneEnd <= 4, counted, findings);
      i = Math.max(i, end - 1);
    }
  }

  /** A row with commas counts something, unless it has the form of a phone or card. */
  private static void add(
      String digits, int start, int end, boolean phone, boolean counted, Findings findings) {
    int[] whole = {digits.length()};
    if (digits.length() < SHORTEST) {
      return;
    }
    if (digits.length() == IdentityCard.LENGTH) {
      findings.add(Type.NATIONAL_ID, start, end, 0.8, Stage.SCAN);
    } else if (phone
        || PhoneNumber.isMobile(digits, whole)
        || PhoneNumber.isLandline(digits, whole)) {
      findings.add(Type.PHONE, start, end, 0.85, Stage.SCAN);
    } else if (digits.length() >= 10 && !counted) {
      findings.add(Type.RECORD_NUMBER, start, end, 0.5, Stage.SCAN);
    }
  }

  /** Digits right before the first numeral belong to the number. */
  private static int back(NormalText text, int from) {
    int start = from;
    while (from - start < 20 && Glyphs.isDigit(text.at(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isPart(NormalText text, int at) {
    char c = text.at(at);
    return digit(c) >= 0 || (" -,、".indexOf(c) >= 0 && digit(text.at(at + 1)) >= 0);
  }

  private static int digit(char c) {
    return Glyphs.isDigit(c) ? c - '0' : Glyphs.spokenNumeral(c);
  }
}
