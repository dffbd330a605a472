package gatehouse.deid.tagging;

import gatehouse.deid.names.NameCharacters;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.Simplified;

/** The hashed features of a character: its neighbours, and what kind of characters they are. */
final class Features {
  static final int BITS = 18;
  static final int SIZE = 1 << BITS;
  static final int COUNT = 26;

  private static final int PRIME = 31337;
  private static final char BEFORE = 1;
  private static final char AFTER = 2;
  private static final byte[] CLASSES = classes();

  private Features() {}

  /** The character as the features see it: simplified, one sign for all digits. */
  static char view(char c) {
    return Glyphs.isDigit(c) ? '0' : Simplified.of(c);
  }

  /** Whether the character may be part of a name: an ideograph, or the dot between names. */
  static boolean mayName(char c) {
    return c >= 0x3400 ? Glyphs.isHan(c) : c == '\u00B7' || c == '\u3007';
  }

  /**
   * Writes the values of a position's features, to be hashed by {@link #hash}.
   *
   * @param s the characters as {@link #view} gives them
   * @param from first position of the segment
   * @param to position after the segment's last
   * @param out where they go
   * @param o place of the first of {@link #COUNT}
   */
  static void write(char[] s, int from, int to, int at, int[] out, int o) {
    char c = s[at];
    char p1 = at > from ? s[at - 1] : BEFORE;
    char p2 = at > from + 1 ? s[at - 2] : BEFORE;
    char p3 = at > from + 2 ? s[at - 3] : BEFORE;
    char n1 = at + 1 < to ? s[at + 1] : AFTER;
    char n2 = at + 2 < to ? s[at + 2] : AFTER;
    char n3 = at + 3 < to ? s[at + 3] : AFTER;
    out[o] = value(1, c);
    out[o + 1] = value(2, p1);
    out[o + 2] = value(3, p2);
    out[o + 3] = value(4, n1);
    out[o + 4] = value(5, n2);
    out[o + 5] = value(6, p1 * PRIME + c);
    out[o + 6] = value(7, c * PRIME + n1);
    out[o + 7] = value(8, p2 * PRIME + p1);
    out[o + 8] = value(9, n1 * PRIME + n2);
    out[o + 9] = value(10, p1 * PRIME + n1);
    out[o + 10] = value(11, (p2 * PRIME + p1) * PRIME + c);
    out[o + 11] = value(12, (p1 * PRIME + c) * PRIME + n1);
    out[o + 12] = value(13, (c * PRIME + n1) * PRIME + n2);
    out[o + 13] = value(14, (p3 * PRIME + p2) * PRIME + p1);
    out[o + 14] = value(15, (n1 * PRIME + n2) * PRIME + n3);
    kinds(c, p1, p2, n1, n2, out, o);
    out[o + 19] = value(20, p3);
    out[o + 20] = value(21, n3);
    int surrounding = kind(p1) * 12 + kind(c);
    out[o + 21] =
        value(22, NameCharacters.isCompound(c, n1) ? 1 : NameCharacters.isCompound(p1, c) ? 2 : 0);
    out[o + 22] = value(23, surrounding * PRIME + p1 * 977 + n1);
    out[o + 23] = value(24, kind(p2) * 100 + p2 * PRIME + n2);
    out[o + 24] = value(25, p1 * PRIME + n1 * 31 + kind(c));
    out[o + 25] = value(26, p2 * PRIME + n1 * 31 + kind(c));
  }

  private static void kinds(char c, char p1, char p2, char n1, char n2, int[] out, int o) {
    int k0 = kind(c);
    int k1 = kind(p1);
    int k2 = kind(p2);
    int k3 = kind(n1);
    int k4 = kind(n2);
    out[o + 15] = value(16, (((k2 * 12 + k1) * 12 + k0) * 12 + k3) * 12 + k4);
    out[o + 16] = value(17, (k1 * 12 + k0) * 12 + k3);
    out[o + 17] = value(18, p2 * 31 + p1 * PRIME + k0 * 7);
    out[o + 18] = value(19, n1 * 31 + n2 * PRIME + k0 * 7);
  }

  private static int value(int template, int value) {
    return template * 0x9E3779B1 + value;
  }

  /**
   * Turns values into rows of the weights. One plain loop over many positions, which the virtual
   * machine computes several at a time.
   */
  static void hash(int[] values, int length) {
    for (int i = 0; i < length; i++) {
      int hash = values[i];
      hash ^= hash >>> 16;
      hash *= 0x85EBCA6B;
      hash ^= hash >>> 13;
      hash *= 0xC2B2AE35;
      hash ^= hash >>> 16;
      values[i] = hash & (SIZE - 1);
    }
  }

  private static int kind(char c) {
    return CLASSES[c];
  }

  private static byte[] classes() {
    byte[] classes = new byte[0x10000];
    for (int c = 0; c < classes.length; c++) {
      classes[c] = (byte) classify((char) c);
    }
    return classes;
  }

  private static int classify(char c) {
    if (Glyphs.isDigit(c)) {
      return 1;
    }
    if (Glyphs.isLetter(c)) {
      return 2;
    }
    if (Glyphs.isHan(c)) {
      boolean surname = NameCharacters.isSurname(c);
      boolean given = NameCharacters.isGiven(c);
      return surname && given ? 9 : surname ? 4 : given ? 8 : Glyphs.numeral(c) >= 0 ? 6 : 3;
    }
    if (c == '\u00B7') {
      return 5;
    }
    return Character.isWhitespace(c) ? 7 : c <= AFTER ? 10 : 0;
  }
}
