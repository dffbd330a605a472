package gatehouse.deid.known;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import java.util.Arrays;

/** A normalised text in lower case without what people put between the characters of one value. */
final class SqueezedText {
  private static final String BETWEEN = " \t-_.\u00B7*/()'";

  /** What also stands between characters that somebody wants to hide, and between table cells. */
  private static final String WIDE = BETWEEN + "\n\r^|=&~#+,:;\"“”‘’[]{}\\<>!@$%?、。→`";

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
  private final int[] ends;
  private int length;

  private SqueezedText(NormalText text) {
    this.text = text;
    this.units = new char[text.length()];
    this.positions = new int[text.length()];
    this.ends = positions;
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

  private SqueezedText(NormalText text, boolean toneless) {
    this.text = text;
    this.units = new char[text.length()];
    this.positions = new int[text.length()];
    this.ends = new int[text.length()];
    int at = 0;
    while (at < text.length()) {
      Markup markup = Markup.at(text, at);
      int end = markup == null ? at + 1 : markup.end();
      char c = markup == null ? text.at(at) : markup.character();
      boolean between = c == 0 || WIDE.indexOf(c) >= 0;
      if (toneless && isTone(c)) {
        ends[length - 1] = end - 1;
      } else if (!between) {
        units[length] = Character.toLowerCase(c);
        positions[length] = at;
        ends[length++] = end - 1;
      }
      at = end;
    }
  }

  /** The same over any sign, HTML tag and entity. */
  static SqueezedText wide(NormalText text) {
    return new SqueezedText(text, false);
  }

  /** The same, also without the digits 1 to 5 behind a letter, which are tones in pinyin. */
  static SqueezedText toneless(NormalText text) {
    return new SqueezedText(text, true);
  }

  private boolean isTone(char c) {
    return c >= '1' && c <= '5' && length > 0 && Glyphs.isLetter(units[length - 1]);
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

  String slice(int start, int end) {
    return new String(units, start, end - start);
  }

  @Override
  public String toString() {
    return slice(0, length);
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

  /** Position in the normalised text of the last unit of the same character. */
  int last(int squeezed) {
    return ends[squeezed];
  }

  /** Latin values and short numbers count only as whole words: Li is not in Lithium. */
  boolean standsAlone(int start, int end) {
    int from = positions[start];
    int to = ends[end - 1] + 1;
    boolean letters = Glyphs.isLetter(units[start]) && Glyphs.isLetter(units[end - 1]);
    boolean few = Glyphs.isDigit(units[start]) && end - start < 7;
    if (letters) {
      return !Glyphs.isLetter(text.at(from - 1)) && !Glyphs.isLetter(text.at(to));
    }
    return !few || (!Glyphs.isWord(text.at(from - 1)) && !Glyphs.isWord(text.at(to)));
  }
}
