package gatehouse.gateway.tripwire;

import java.text.Normalizer;

/** Folds the many ways to write one character into one. */
final class Folding {
  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
  private static final String FINANCIAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";

  private Folding() {}

  /**
   * Compatibility forms become plain ones, digits of every script ASCII, letters lower case;
   * invisible, enclosing, combining and private characters and controls go.
   */
  static String fold(String text) {
    String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(plain.length());
    plain.codePoints().filter(c -> !invisible(c)).forEach(c -> out.appendCodePoint(folded(c)));
    return out.toString();
  }

  /** The value of a digit as people write and say it in Chinese, or -1. */
  static int spokenDigit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return switch (c) {
      case '零' -> 0;
      case '幺' -> 1;
      case '两' -> 2;
      default -> Math.max(CHINESE_DIGITS.indexOf(c), FINANCIAL_DIGITS.indexOf(c));
    };
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
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
    int merchant = merchantDigit(c);
    if (merchant > 0) {
      return '0' + merchant;
    }
    return Character.toLowerCase(c);
  }

  /** Suzhou numerals and counting rods, which no script calls its digits, or 0. */
  private static int merchantDigit(int c) {
    if (c >= 0x3021 && c <= 0x3029) {
      return c - 0x3020;
    }
    // Units lie upright, tens across; both count from one to nine.
    return c >= 0x1D360 && c <= 0x1D371 ? (c - 0x1D360) % 9 + 1 : 0;
  }
}
