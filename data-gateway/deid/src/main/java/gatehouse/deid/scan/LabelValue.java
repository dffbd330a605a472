package gatehouse.deid.scan;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;

/** The way from a label to its value: 号码, brackets, colons, blanks and small words between. */
public final class LabelValue {
  private static final String BETWEEN = ":=是为 \t|#\"'“”";
  private static final int FARTHEST = 12;

  private LabelValue() {}

  /** Where the value begins, or -1 if something else follows. */
  public static int start(NormalText text, int labelEnd) {
    int at = afterBrackets(text, labelEnd);
    while (at - labelEnd < FARTHEST) {
      char c = text.at(at);
      if (Glyphs.isWord(c) || c == '+' || (c == '(' && at > labelEnd)) {
        return c == '+' || c == '(' ? at + 1 : at;
      }
      if (isLabelTail(text, at)) {
        at++;
      } else if (BETWEEN.indexOf(c) >= 0 || c == '号' || c == '码') {
        at++;
      } else {
        return c == '\n' ? -1 : hanValue(c, at, labelEnd);
      }
    }
    return -1;
  }

  /** Skips blanks inside a line. */
  public static int skipBlanks(NormalText text, int from) {
    int at = from;
    while (Glyphs.isBlank(text.at(at))) {
      at++;
    }
    return at;
  }

  /** Skips up to six ideographs. */
  public static int skipHan(NormalText text, int from) {
    int at = from;
    while (at - from < 6 && Glyphs.isHan(text.at(at))) {
      at++;
    }
    return at;
  }

  private static int hanValue(char c, int at, int labelEnd) {
    return Glyphs.isHan(c) && at > labelEnd ? at : -1;
  }

  /** 电话（本人）：, 号码, No. and ID after a label belong to it. */
  private static int afterBrackets(NormalText text, int labelEnd) {
    if (text.at(labelEnd) != '(') {
      return labelEnd;
    }
    for (int at = labelEnd + 1; at < labelEnd + 8; at++) {
      if (text.at(at) == ')') {
        return at + 1;
      }
      if (!Glyphs.isHan(text.at(at))) {
        break;
      }
    }
    return labelEnd;
  }

  private static boolean isLabelTail(NormalText text, int at) {
    return text.at(at) == '.' && text.at(at - 1) == 'o';
  }
}
