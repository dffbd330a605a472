package gatehouse.deid.dates;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;

/** Ages of 90 and more: few people have them, so they identify. */
public final class AgeDetector implements Detector {
  private static final int OLDEST = 130;

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      if (c == '岁') {
        before(text, i, findings);
      } else if (c == '龄') {
        after(text, i + 1, findings);
      } else if (c == 'y' && (text.at(i - 1) == '-' || text.at(i - 1) == ' ')) {
        before(text, i - 1, findings);
      }
    }
  }

  private static void before(NormalText text, int unit, Findings findings) {
    int end = unit;
    if (text.at(end - 1) == '周' || text.at(end - 1) == '余' || text.at(end - 1) == '多') {
      end--;
    }
    while (Glyphs.isBlank(text.at(end - 1))) {
      end--;
    }
    int start = end;
    while (Glyphs.isDigit(text.at(start - 1)) && end - start < 4) {
      start--;
    }
    if (start < end) {
      add(text, start, end, findings);
    } else {
      chinese(text, end, findings);
    }
  }

  private static void after(NormalText text, int from, Findings findings) {
    int start = from;
    while (Glyphs.isBlank(text.at(start)) || text.at(start) == ':') {
      start++;
    }
    int end = start;
    while (Glyphs.isDigit(text.at(end)) && end - start < 4) {
      end++;
    }
    if (end > start && start > from) {
      add(text, start, end, findings);
    }
  }

  private static void add(NormalText text, int start, int end, Findings findings) {
    int age = Integer.parseInt(text.slice(start, end));
    if (age >= 90 && age <= OLDEST && text.at(start - 1) != '.') {
      findings.add(Type.AGE_OVER_89, start, end, 0.95, Stage.SCAN);
    }
  }

  /** 九十三, 百岁, 一百零二. */
  private static void chinese(NormalText text, int end, Findings findings) {
    int start = end;
    while (end - start < 5
        && (Glyphs.numeral(text.at(start - 1)) >= 0
            || text.at(start - 1) == '十'
            || text.at(start - 1) == '百')) {
      start--;
    }
    if (start == end) {
      return;
    }
    String age = text.slice(start, end);
    if (age.startsWith("九十") || age.startsWith("一百") || age.startsWith("百")) {
      findings.add(Type.AGE_OVER_89, start, end, 0.9, Stage.SCAN);
    }
  }
}
