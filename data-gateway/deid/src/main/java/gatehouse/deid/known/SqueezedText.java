package gatehouse.deid.known;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import java.util.Arrays;

/** A normalised text in lower case without what people put between the characters of one value. */
final class SqueezedText {
  private static final String BETWEEN = " \t-_.\u00B7*/()'";

  private static final char IDEOGRAPHS = '\u2E80';

  /** Lower case, or 0 for what stands between. */
  private static final char[] ASCII = new char[0x80];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = other(c);
    }
  }

  private final NormalText text;
  private final char[] units;
  private final int[] positions;
  private int length;

  private SqueezedText(NormalText text) {
    this.text = text;
    this.units = new char[text.length()];
    this.positions = new int[text.length()];
    char[] all = text.units();
    int size = text.length();
    for (int i = 0; i < size; i++) {
      char c = all[i];
      char plain = c < ASCII.length ? ASCII[c] : c < IDEOGRAPHS ? other(c) : c;
      if (plain != 0) {
        units[length] = plain;
        positions[length++] = i;
      }
    }
  }

  private static char other(char c) {
    return BETWEEN.indexOf(c) >= 0 ? 0 : Character.toLowerCase(c);
  }

  static SqueezedText of(NormalText text) {
    return new SqueezedText(text);
  }

  /** A single value in this form. */
  static String squeeze(String value) {
    SqueezedText squeezed = of(NormalText.of(value));
    return new String(Arrays.copyOf(squeezed.units, squeezed.length));
  }

  char[] units() {
    return units;
  }

  int length() {
    return length;
  }

  /** Position in the normalised text. */
  int position(int squeezed) {
    return positions[squeezed];
  }

  /** Latin values and short numbers count only as whole words: Li is not in Lithium. */
  boolean standsAlone(int start, int end) {
    int from = positions[start];
    int to = positions[end - 1] + 1;
    boolean letters = Glyphs.isLetter(units[start]) && Glyphs.isLetter(units[end - 1]);
    boolean few = Glyphs.isDigit(units[start]) && end - start < 7;
    if (letters) {
      return !Glyphs.isLetter(text.at(from - 1)) && !Glyphs.isLetter(text.at(to));
    }
    return !few || (!Glyphs.isWord(text.at(from - 1)) && !Glyphs.isWord(text.at(to)));
  }
}
