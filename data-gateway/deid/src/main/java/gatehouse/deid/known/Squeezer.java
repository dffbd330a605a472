package gatehouse.deid.known;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.normalise.Simplified;

/** Reads a text in one of the ways, unit by unit. */
final class Squeezer {
  private static final String BETWEEN = " \t-_.\u00B7*/()'";

  /** What also stands between characters that somebody wants to hide, and between table cells. */
  private static final String WIDE = "\n\r^|=&~#+,:;\"“”‘’[]{}\\<>!@$%?、。→`ˇˊˋ˙ˉ";

  /** So many numerals in a row are a number that somebody wrote out. */
  private static final int LONG_ROW = 7;

  private static final byte KEEP = 0;
  private static final byte NARROW_SIGN = 1;
  private static final byte WIDE_SIGN = 2;

  /** Kept, and behind a number part of a house's address. */
  private static final byte BUILDING = 3;

  private static final byte[] SIGNS = new byte[0x10000];

  /** In lower case and simplified characters. */
  private static final char[] PLAIN = new char[0x10000];

  static {
    for (int c = 0; c < PLAIN.length; c++) {
      PLAIN[c] = Character.toLowerCase(Simplified.of((char) c));
    }
    BETWEEN.chars().forEach(c -> SIGNS[c] = NARROW_SIGN);
    WIDE.chars().forEach(c -> SIGNS[c] = WIDE_SIGN);
    "幢栋座室户号单".chars().forEach(c -> SIGNS[c] = BUILDING);
  }

  private final NormalText text;
  private final Reading reading;
  private final char[] units;
  private final int[] positions;
  private final int[] ends;
  private int length;
  private boolean tones;
  private boolean keys;
  private boolean houses;
  private int numerals;
  private boolean row;

  Squeezer(NormalText text, Reading reading) {
    this.text = text;
    this.reading = reading;
    int size = text.length() * (reading == Reading.COUNTED ? Counted.WIDEST : 1);
    this.units = new char[size];
    this.positions = new int[size];
    this.ends = reading == Reading.NARROW ? positions : new int[size];
    if (reading == Reading.NARROW) {
      narrow();
    } else {
      wide();
    }
  }

  char[] units() {
    return units;
  }

  int[] positions() {
    return positions;
  }

  /** Position in the normalised text of the last unit of the same character. */
  int[] ends() {
    return ends;
  }

  int length() {
    return length;
  }

  boolean hasTones() {
    return tones;
  }

  boolean hasKeys() {
    return keys;
  }

  boolean hasHouses() {
    return houses;
  }

  boolean hasNumerals() {
    return row;
  }

  private void narrow() {
    char[] all = text.units();
    int size = text.length();
    for (int i = 0; i < size; i++) {
      char c = all[i];
      if (SIGNS[c] != NARROW_SIGN) {
        units[length] = PLAIN[c];
        positions[length++] = i;
      }
    }
  }

  private void wide() {
    char[] all = text.units();
    int size = text.length();
    int at = 0;
    while (at < size) {
      char c = all[at];
      boolean special = c == '<' || c == '&' || c == '"';
      if (special) {
        at = markup(at);
      } else if (reading == Reading.COUNTED && Counted.starts(c)) {
        at = counted(at);
      } else if (SIGNS[c] == KEEP) {
        numerals = Glyphs.spokenNumeral(c) >= 0 ? numerals + 1 : 0;
        row |= numerals >= LONG_ROW;
        letter(c, at, at + 1);
        at++;
      } else {
        if (SIGNS[c] == BUILDING) {
          houses |= isNumber(text.at(at - 1));
          letter(c, at, at + 1);
        }
        at++;
      }
    }
  }

  /** Past a tag, an entity or a key of JSON; past the sign itself if it begins none. */
  private int markup(int at) {
    Markup markup = Markup.at(text, at);
    if (markup == null) {
      return at + 1;
    }
    if (markup.key()) {
      keys = true;
      return reading == Reading.VALUES ? markup.end() : at + 1;
    }
    char c = markup.character();
    if (c != 0 && SIGNS[c] != NARROW_SIGN && SIGNS[c] != WIDE_SIGN) {
      letter(c, at, markup.end());
    }
    return markup.end();
  }

  private int counted(int at) {
    Counted word = Counted.at(text, at);
    if (word == null) {
      letter(text.at(at), at, at + 1);
      return at + 1;
    }
    for (int i = 0; i < word.plain().length(); i++) {
      put(word.plain().charAt(i), at, word.end());
    }
    return word.end();
  }

  private static boolean isNumber(char c) {
    return Glyphs.isDigit(c)
        || Glyphs.isLetter(c)
        || Glyphs.numeral(c) >= 0
        || c == '十'
        || c == '百';
  }

  private void letter(char c, int start, int end) {
    if (c >= '1' && c <= '5' && length > 0 && Glyphs.isLetter(units[length - 1])) {
      tones = true;
      if (reading == Reading.TONELESS) {
        ends[length - 1] = end - 1;
        return;
      }
    }
    put(PLAIN[c], start, end);
  }

  private void put(char c, int start, int end) {
    units[length] = c;
    positions[length] = start;
    ends[length++] = end - 1;
  }
}
