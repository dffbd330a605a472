package gatehouse.deid.normalise;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * What each UTF-16 unit becomes: NFKC, plus the dashes, dots and foreign digits that people and
 * attackers write in numbers, minus what nobody sees.
 */
final class FoldTable {
  /** The unit disappears. */
  static final char NOTHING = '\uFFFF';

  private static final int UNITS = 0x10000;
  private static final char[] ONE = new char[UNITS];
  private static final @Nullable String[] MANY = new @Nullable String[UNITS];

  static {
    for (int c = 0; c < UNITS; c++) {
      ONE[c] = (char) c;
      if (c >= 0x80 && !Character.isSurrogate((char) c) && !isIdeograph(c)) {
        fold(c, Normalizer.normalize(String.valueOf((char) c), Normalizer.Form.NFKC));
      }
    }
    foldAccents();
    foldDigits();
    each("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\uFE58\uFE63\u30FC", '-');
    each("\u2022\u30FB\uFF65\u2027\u22C5\u2219\u0387\u2024\u25CF\u2218\u16EB", '\u00B7');
    each("\u00A0\u2002\u2003\u2007\u2009\u200A\u202F\u205F\u3000", ' ');
    // Textbooks print pinyin with the letters that children write.
    each("\u0251", 'a');
    each("\u0261", 'g');
    each("\u2236\uFE55\uFE13\uA789", ':');
    hide();
  }

  private FoldTable() {}

  /** The unit that stands for {@code c}, {@link #NOTHING}, or {@code c} itself. */
  static char one(char c) {
    return ONE[c];
  }

  /** More than one character that stand for {@code c}, if so. */
  static @Nullable String many(char c) {
    return MANY[c];
  }

  /** Whether it is its own spelling, as most characters of a Chinese text are. */
  static boolean isIdeograph(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0xAC00 && c <= 0xD7A3);
  }

  private static void fold(int c, String folded) {
    if (folded.length() == 1) {
      ONE[c] = folded.charAt(0);
    } else if (folded.length() > 1 && folded.length() <= 4) {
      MANY[c] = folded;
    }
  }

  /** Tone marks and accents: ō is written o. */
  private static void foldAccents() {
    for (int c = 0xC0; c < 0x1F00; c = c == 0x24F ? 0x1E00 : c + 1) {
      String letter = Normalizer.normalize(String.valueOf((char) c), Normalizer.Form.NFKD);
      if (letter.length() > 1 && letter.charAt(0) < 0x80 && Character.isLetter(letter.charAt(0))) {
        boolean marks = letter.chars().skip(1).allMatch(FoldTable::isMark);
        ONE[c] = marks ? letter.charAt(0) : ONE[c];
      }
    }
  }

  /** Marks over or around the character before, such as those that make a keycap of a digit. */
  private static boolean isMark(int c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x20D0 && c <= 0x20F0);
  }

  /** Digits of other scripts count as digits; NFKC leaves them alone. */
  private static void foldDigits() {
    for (int c = 0x80; c < UNITS; c++) {
      int digit = Character.isDigit((char) c) ? Character.digit((char) c, 10) : -1;
      if (digit >= 0) {
        ONE[c] = (char) ('0' + digit);
        MANY[c] = null;
      }
    }
    for (int i = 1; i <= 9; i++) {
      for (int base : new int[] {0x2775, 0x277F, 0x2789, 0x24F4}) {
        ONE[base + i] = (char) ('0' + i);
      }
    }
    ONE[0x24FF] = '0';
  }

  private static void each(String characters, char becomes) {
    for (int i = 0; i < characters.length(); i++) {
      ONE[characters.charAt(i)] = becomes;
      MANY[characters.charAt(i)] = null;
    }
  }

  /** Format characters, variation selectors and controls other than white space. */
  private static void hide() {
    for (int c = 0; c < UNITS; c++) {
      int type = Character.getType((char) c);
      boolean control = type == Character.CONTROL && !Character.isWhitespace((char) c);
      boolean selector = (c >= 0xFE00 && c <= 0xFE0F) || c == 0x034F || c == 0x3164 || c == 0xFFA0;
      boolean filler = c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x180E;
      boolean empty = c == 0x2800 || type == Character.PRIVATE_USE || isMark(c);
      if (type == Character.FORMAT || control || selector || filler || empty) {
        ONE[c] = NOTHING;
        MANY[c] = null;
      }
    }
  }
}
