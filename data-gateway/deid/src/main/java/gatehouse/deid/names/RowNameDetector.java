package gatehouse.deid.names;

import gatehouse.deid.finding.Findings;
import gatehouse.deid.finding.Stage;
import gatehouse.deid.finding.Type;
import gatehouse.deid.lexicon.Hits;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.scan.Detector;
import gatehouse.deid.scan.LabelValue;

/** Names in rows without labels: before sex and age (王小明 男 45岁), after a bed (12床 王小明). */
public final class RowNameDetector implements Detector {
  private static final int LONGEST = 14;

  @Override
  public void find(NormalText text, Hits hits, Findings findings) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      if ((c == '男' || c == '女') && isAge(text, i + 1)) {
        beforeSex(text, i, findings);
      } else if (c == '床' && Glyphs.isDigit(text.at(i - 1))) {
        int start = LabelValue.skipBlanks(text, text.at(i + 1) == ':' ? i + 2 : i + 1);
        int end = NameShape.running(text, start, false);
        if (end > start) {
          findings.add(Type.PERSON, start, end, 0.85, Stage.CONTEXT);
        }
      }
    }
  }

  /** 45岁 after separators, within the same line. */
  private static boolean isAge(NormalText text, int from) {
    int at = from;
    while (at - from < 8 && PersonRow.isSeparator(text.at(at))) {
      at++;
    }
    at += text.at(at) == '性' ? 1 : 0;
    while (at - from < 10
        && (PersonRow.isSeparator(text.at(at)) || text.at(at) == '年' || text.at(at) == '龄')) {
      at++;
    }
    int digits = at;
    while (Glyphs.isDigit(text.at(at))) {
      at++;
    }
    return at > digits && at - digits <= 3;
  }

  private static void beforeSex(NormalText text, int sex, Findings findings) {
    int end = sex;
    while (sex - end < 6 && PersonRow.isSeparator(text.at(end - 1))) {
      end--;
    }
    int start = end;
    while (end - start < LONGEST
        && (Glyphs.isHan(text.at(start - 1)) || text.at(start - 1) == '\u00B7')) {
      start--;
    }
    boolean dotted = text.slice(start, end).indexOf('\u00B7') > 0;
    int length = end - start;
    boolean plain = length >= 2 && length <= 4 && Surnames.lengthAt(text, start) > 0;
    boolean whole = plain && NameShape.wholeRun(text, start) == end;
    if (end < sex && (dotted || plain) && (whole || !StopWords.isNoName(text, start, end))) {
      findings.add(Type.PERSON, start, end, 0.85, Stage.CONTEXT);
    }
  }
}
