package gatehouse.deid.names;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;

/** What stands beside a name in a row: separators, sex, age. */
final class PersonRow {
  private static final int FARTHEST = 6;

  private PersonRow() {}

  /** Whether sex or age come next: ，女 or (45岁. */
  static boolean sexOrAgeFollows(NormalText text, int end) {
    int at = end;
    while (at - end < FARTHEST && isSeparator(text.at(at))) {
      at++;
    }
    return at > end && (isSex(text, at) || isAge(text, at));
  }

  static boolean isSeparator(char c) {
    return Glyphs.isBlank(c) || ",、/|(;".indexOf(c) >= 0;
  }

  private static boolean isSex(NormalText text, int at) {
    boolean word = text.at(at) == '男' || text.at(at) == '女';
    char next = text.at(at + 1);
    return word && (next == '性' || !Glyphs.isHan(next));
  }

  private static boolean isAge(NormalText text, int at) {
    int end = at;
    while (Glyphs.isDigit(text.at(end)) && end - at < 4) {
      end++;
    }
    return end > at && end - at <= 3 && text.at(end) == '岁';
  }
}
