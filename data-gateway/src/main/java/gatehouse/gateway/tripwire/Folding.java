package gatehouse.gateway.tripwire;

import java.text.Normalizer;
import java.util.Arrays;

/** Folds the many ways to write one character into one. */
final class Folding {
  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
  private static final String FINANCIAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final byte[] SPOKEN = spoken();

  /** Kana that look like numerals; together they are no word. */
  private static final String KANA = "ーニハミ";

  private static final String KANA_DIGITS = "一二八三";

  /** Braille has letters for its digits. */
  private static final String BRAILLE = "⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊";

  private Folding() {}

  /**
   * Compatibility forms become plain ones, digits of every script ASCII, letters lower case;
   * invisible, enclosing, combining and private characters and controls go.
   */
  static String fold(String text) {
    String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(plain.length());
    int i = 0;
    while (i < plain.length()) {
      char c = plain.charAt(i);
      if ((c >= ' ' && c < 0x7f) || isCommonHan(c)) {
        out.append(c >= 'A' && c <= 'Z' ? (char) (c + 0x20) : c);
        i++;
        continue;
      }
      int point = plain.codePointAt(i);
      if (!invisible(point)) {
        out.appendCodePoint(folded(point));
      }
      i += Character.charCount(point);
    }
    return out.toString();
  }

  /** The value of a digit as people write and say it in Chinese, or -1. */
  static int spokenDigit(char c) {
    return SPOKEN[c];
  }

  /** Whether a character is in the block of the usual ideographs. */
  static boolean isCommonHan(char c) {
    return c >= 0x4E00 && c <= 0x9FEF;
  }

  private static byte[] spoken() {
    byte[] values = new byte[0x10000];
    Arrays.fill(values, (byte) -1);
    for (byte digit = 0; digit <= 9; digit++) {
      values['0' + digit] = digit;
      values[CHINESE_DIGITS.charAt(digit)] = digit;
      values[FINANCIAL_DIGITS.charAt(digit)] = digit;
    }
    values['幺'] = 1;
    values['两'] = 2;
    return values;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean invisible(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      case Character.CONTROL -> !Character.isWhitespace(c);
      default -> c == 0x2800 || c == 0x115F || c == 0x1160 || c == 0x3164;
    };
  }

  private static int folded(int c) {
    if (c < 0x80) {
      return Character.toLowerCase(c);
    }
    int digit = Character.digit(c, 10);
    if (digit >= 0) {
      return '0' + digit;
    }
    int kana = KANA.indexOf(c);
    if (kana >= 0) {
      return KANA_DIGITS.charAt(kana);
    }
    int merchant = merchantDigit(c);
    if (merchant >= 0) {
      return '0' + merchant;
    }
    return Character.toLowerCase(c);
  }

  /** Numerals that no script calls its digits, and signs that count: 0 to 9, or -1. */
  @SuppressWarnings("CharacterGetNumericValue") // letters never come that far, numerals only
  private static int merchantDigit(int c) {
    // Units of counting rods lie upright, tens across; both count from one to nine.
    if (c >= 0x1D360 && c <= 0x1D371) {
      return (c - 0x1D360) % 9 + 1;
    }
    if (c >= 0x2680 && c <= 0x2685) {
      return c - 0x267F;
    }
    if (c >= 0x2801 && c <= 0x281B) {
      return BRAILLE.indexOf(c);
    }
    if (c >= 0x1F007 && c <= 0x1F021) {
      return (c - 0x1F007) % 9 + 1;
    }
    if (c >= 0x1F0A1 && c <= 0x1F0D9) {
      return (c & 0xf) <= 9 ? c & 0xf : -1;
    }
    boolean numeral =
        Character.getType(c) == Character.OTHER_NUMBER
            || Character.getType(c) == Character.LETTER_NUMBER;
    int value = numeral ? Character.getNumericValue(c) : -1;
    return value <= 9 ? value : -1;
  }
}
