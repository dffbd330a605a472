package gatehouse.deid.known;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;

/**
 * A normalised text in lower case and simplified characters, without what people put between the
 * characters of one value.
 */
final class SqueezedText {
  private static final int FEW = 7;

  /** Fewer letters are formulas and abbreviations: LiNaCl. */
  private static final int SHORTEST_JOINED = 6;

  private final NormalText text;
  private final Squeezer made;
  private final char[] units;
  private final int[] positions;
  private final int[] ends;
  private final int length;

  private SqueezedText(NormalText text, Squeezer made) {
    this.text = text;
    this.made = made;
    this.units = made.units();
    this.positions = made.positions();
    this.ends = made.ends();
    this.length = made.length();
  }

  static SqueezedText of(NormalText text, Reading reading) {
    return new SqueezedText(text, new Squeezer(text, reading));
  }

  /** A single value in a reading. */
  static String squeeze(String value, Reading reading) {
    return of(NormalText.of(value), reading).toString();
  }

  /** Whether a digit that may be a tone stands behind a letter. */
  boolean hasTones() {
    return made.hasTones();
  }

  /** Whether something that looks like a key of JSON stands in it. */
  boolean hasKeys() {
    return made.hasKeys();
  }

  /** Whether a number stands before a word for part of a building. */
  boolean hasHouses() {
    return made.hasHouses();
  }

  /** Whether numerals follow each other, as in a number that somebody wrote out. */
  boolean hasNumerals() {
    return made.hasNumerals();
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

  /**
   * Latin values and short numbers count only as whole words: Li is not in Lithium. Long ones may
   * also be a word of a name like {@code patientZhangWeiminNote}.
   */
  boolean standsAlone(int start, int end) {
    int from = positions[start];
    int to = ends[end - 1] + 1;
    boolean letters = Glyphs.isLetter(units[start]) && Glyphs.isLetter(units[end - 1]);
    boolean few = Glyphs.isDigit(units[start]) && end - start < FEW;
    if (letters) {
      boolean joined = end - start >= SHORTEST_JOINED;
      return (!Glyphs.isLetter(text.at(from - 1)) || (joined && isWordBegun(from)))
          && (!Glyphs.isLetter(text.at(to)) || (joined && isWordBegun(to)));
    }
    return !few || (!Glyphs.isWord(text.at(from - 1)) && !Glyphs.isWord(text.at(to)));
  }

  /** Whether a capital letter stands here behind a small one. */
  private boolean isWordBegun(int position) {
    return position > 0
        && position < text.length()
        && Character.isUpperCase(text.original().charAt(text.originalStart(position)))
        && Character.isLowerCase(text.original().charAt(text.originalStart(position - 1)));
  }
}
