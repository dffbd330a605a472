package gatehouse.deid.dates;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Clue;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;

/** Dates in digits and in Chinese numerals, with the time of day that follows. */
public final class DateDetector implements Detector {
  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    int label = 0;
    int birthEnd = -100;
    int harmlessEnd = -100;
    DateReader reader = new DateReader(text);
    for (int i = 0; i < text.length(); i++) {
      while (label < hits.all().size() && hits.all().get(label).end() <= i) {
        Hits.Hit hit = hits.all().get(label++);
        birthEnd = hit.clue() == Clue.BIRTH ? hit.end() : birthEnd;
        harmlessEnd = hit.clue() == Clue.HARMLESS_NUMBER ? hit.end() : harmlessEnd;
      }
      if (!starts(text, i)) {
        continue;
      }
      int end = i - harmlessEnd <= 3 ? -1 : reader.dateEnd(i);
      if (end > i) {
        boolean birth =
            i - birthEnd <= 4
                || text.at(end) == '生'
                || text.slice(end, Math.min(end + 2, text.length())).equals("出生");
        int whole = birth ? end : reader.timeEnd(end);
        findings.add(birth ? Type.BIRTH_DATE : Type.DATE, i, whole, 0.9, Stage.SCAN);
        i = whole - 1;
      } else {
        i = reader.numberEnd(i) - 1;
      }
    }
  }

  private static boolean starts(NormalText text, int at) {
    char c = text.at(at);
    if (Glyphs.isDigit(c)) {
      char before = text.at(at - 1);
      boolean decimal = before == '.' && Glyphs.isDigit(text.at(at - 2));
      return !Glyphs.isDigit(before) && !decimal;
    }
    return Glyphs.numeral(c) >= 0 || c == '十';
  }
}
