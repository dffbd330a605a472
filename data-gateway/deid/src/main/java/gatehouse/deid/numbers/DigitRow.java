package gatehouse.deid.numbers;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;

/** So many digits from a place on, with signs between them, and how they are grouped. */
final class DigitRow {
  private static final String SIGNS = "^|*#:,、~=+[]!@&→;/\\_${}<>%'\"";
  private static final String PLAIN = " -()\t";
  private static final int WIDEST = 3;

  private final NormalText text;
  private final StringBuilder digits = new StringBuilder();
  private final StringBuilder shape = new StringBuilder();
  private String first = "";
  private boolean signs;
  private boolean alike = true;
  private boolean zeroFirst;
  private int end;

  private DigitRow(NormalText text) {
    this.text = text;
  }

  static DigitRow read(NormalText text, int start, int most) {
    DigitRow row = new DigitRow(text);
    int at = start;
    while (row.digits.length() < most && row.isDigit(at)) {
      row.group(at, most);
      at = row.afterSigns();
      if (row.digits.length() < most) {
        row.between(text.slice(row.end, Math.min(at, text.length())));
      }
    }
    return row;
  }

  /** Whether there are so many digits, no more, and a sign lies between two of them. */
  boolean fits(int length) {
    return digits.length() == length && signs && !Glyphs.isWord(text.at(end));
  }

  String digits() {
    return digits.toString();
  }

  int end() {
    return end;
  }

  /** The length of each group as one digit. */
  String shape() {
    return shape.toString();
  }

  /** Whether the same signs lie between all groups. */
  boolean alike() {
    return alike;
  }

  /** Whether a group of two and more, not the first, begins with zero, as no count does. */
  boolean zeroFirst() {
    return zeroFirst;
  }

  private void group(int from, int most) {
    int at = from;
    while (digits.length() < most && isDigit(at)) {
      digits.append(Character.toUpperCase(text.at(at)));
      at++;
    }
    zeroFirst |= !shape.isEmpty() && at - from > 1 && text.at(from) == '0';
    shape.append(at - from);
    end = at;
  }

  private void between(String separators) {
    first = first.isEmpty() ? separators : first;
    alike &= separators.equals(first);
    signs |= separators.chars().anyMatch(c -> SIGNS.indexOf(c) >= 0);
  }

  private boolean isDigit(int at) {
    char c = text.at(at);
    boolean check = digits.length() == IdentityCard.LENGTH - 1 && (c == 'X' || c == 'x');
    return Glyphs.isDigit(c) || check;
  }

  private int afterSigns() {
    int at = end;
    while (at - end < WIDEST
        && (SIGNS.indexOf(text.at(at)) >= 0 || PLAIN.indexOf(text.at(at)) >= 0)) {
      at++;
    }
    return at;
  }
}
