package gatehouse.gateway.decoding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Folds the many ways to write one character into one. */
public final class Folding {
  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
  private static final String FINANCIAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final byte[] SPOKEN = spoken();

  /** Kana that look like numerals; together they are no word. */
  private static final String KANA = "ーニハミ";

  private static final String KANA_DIGITS = "一二八三";

  /** Braille has letters for its digits. */
  private static final String BRAILLE = "⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊";

  /** Where bodies have most of their characters besides ideographs; pairs of first and last. */
  private static final int[] USUAL = {
    0x00, 0x24F, 0x370, 0x3FF, 0x2000, 0x27BF, 0x3000, 0x30FF, 0x3200, 0x33FF, 0xFF01, 0xFF9D,
    0xFFE0, 0xFFE6
  };

  /** What stands for a usual character whatever its neighbours are; 0 where none does. */
  private static final char[] ONE = new char[0x10000];

  private static final char SEVERAL = 1;
  private static final Map<Character, String> IMAGES = new HashMap<>();

  static {
    for (char c = 0x4E00; c <= 0x9FEF; c++) {
      ONE[c] = c;
    }
    for (int range = 0; range < USUAL.length; range += 2) {
      for (int c = USUAL[range]; c <= USUAL[range + 1]; c++) {
        keep((char) c);
      }
    }
  }

  private Folding() {}

  /**
   * Compatibility forms become plain ones, digits of every script ASCII, letters lower case;
   * invisible, enclosing, combining and private characters and controls go.
   */
  public static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = at + 1;
      while (end < text.length() && ONE[text.charAt(end)] == 0) {
        end++;
      }
      char c = text.charAt(at);
      char one = end == at + 1 ? ONE[c] : 0;
      if (one == 0) {
        normalized(text.substring(at, end), out);
      } else if (one == SEVERAL) {
        out.append(IMAGES.getOrDefault(c, ""));
      } else {
        out.append(one);
      }
      at = end;
    }
    return out.toString();
  }

  /** The value of a digit as people write and say it in Chinese, or -1. */
  public static int spokenDigit(char c) {
    return SPOKEN[c];
  }

  /** Whether a character is in the block of the usual ideographs. */
  public static boolean isCommonHan(int c) {
    return c >= 0x4E00 && c <= 0x9FEF;
  }

  /** Nothing before such a character can change it, as only marks change what they follow. */
  private static void keep(char c) {
    String alone = String.valueOf(c);
    boolean marks = isMark(Normalizer.normalize(alone, Normalizer.Form.NFKD).charAt(0));
    StringBuilder image = new StringBuilder();
    normalized(alone, image);
    if (marks || image.isEmpty()) {
      return;
    }
    ONE[c] = image.length() == 1 ? image.charAt(0) : SEVERAL;
    if (image.length() > 1) {
      IMAGES.put(c, image.toString());
    }
  }

  private static boolean isMark(char c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static void normalized(String text, StringBuilder out) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    int i = 0;
    while (i < plain.length()) {
      int point = plain.codePointAt(i);
      if (!invisible(point)) {
        out.appendCodePoint(folded(point));
      }
      i += Character.charCount(point);
    }
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
