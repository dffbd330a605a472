package gatehouse.gateway.tripwire;

import gatehouse.gateway.decoding.DigitWords;
import gatehouse.gateway.decoding.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as words: {@code one three eight}, {@code yi san ba}, {@code yīsānbā}, 洞幺拐, ⅠⅢⅧ, and in
 * groups, 一百三十八. Becomes a text with digits in their place, for the same rules as any digits.
 */
final class SpokenNumbers {
  private static final int FEWEST_WORDS = 6;
  private static final int LONGEST_GAP = 4;
  private static final int LONGEST_GAP_IN_TENS = 1;
  private static final String UNITS = "十百千万亿拾佰仟萬億";
  private static final int LONGEST_NUMERAL = 32;
  private static final String RADIO = "洞幺拐勾两";
  private static final String RADIO_DIGITS = "01792";

  /** The digit that a character says, or -1. */
  private static final byte[] SPOKEN = spoken();

  private SpokenNumbers() {}

  /**
   * The text with spoken numbers as digits.
   *
   * @param plain folded text
   * @param fewest from so many digits on words are a number
   * @return null if it speaks no such number
   */
  static @Nullable String written(String plain, int fewest) {
    String words = worded(grouped(plain), fewest);
    return words.equals(plain) ? null : words;
  }

  /** 一百三十八、一千二百三十四 becomes 138、1234; a round sum stays a sum. */
  private static String grouped(String plain) {
    StringBuilder out = new StringBuilder();
    int copied = 0;
    int at = 0;
    while (at < plain.length()) {
      int end = at;
      boolean units = false;
      while (end < plain.length() && isNumeral(plain.charAt(end))) {
        units |= isUnit(plain.charAt(end));
        end++;
      }
      if (units && end - at > 1 && end - at <= LONGEST_NUMERAL) {
        out.append(plain, copied, at).append(number(plain.substring(at, end)));
        copied = end;
      }
      at = Math.max(end, at + 1);
    }
    return copied == 0 ? plain : out.append(plain, copied, plain.length()).toString();
  }

  private static boolean isNumeral(char c) {
    return isUnit(c) || (c > '9' && Folding.spokenDigit(c) >= 0);
  }

  private static boolean isUnit(char c) {
    return switch (c) {
      case '十', '百', '千', '万', '亿', '拾', '佰', '仟', '萬', '億' -> true;
      default -> false;
    };
  }

  private static String number(String numeral) {
    long spoken = numeral.chars().filter(c -> !isUnit((char) c)).count();
    String digits = String.valueOf(value(numeral));
    // 一百三十八亿 is money: a number of somebody's has more digits than zeros.
    return spoken * 2 > digits.length() || digits.length() < FEWEST_WORDS ? digits : numeral;
  }

  private static long value(String numeral) {
    long all = 0;
    long section = 0;
    long digit = 0;
    for (int i = 0; i < numeral.length(); i++) {
      char c = numeral.charAt(i);
      int unit = UNITS.indexOf(c) % 5;
      if (unit < 0) {
        digit = digit * 10 + Folding.spokenDigit(c);
      } else if (unit < 3) {
        section += (digit == 0 ? 1 : digit) * (unit == 0 ? 10 : unit == 1 ? 100 : 1000);
        digit = 0;
      } else {
        all = (all + section + digit) * (unit == 3 ? 10_000L : 100_000_000L);
        section = 0;
        digit = 0;
      }
    }
    return Math.abs(all + section + digit);
  }

  /** Rows of enough words that are digits become digits with blanks between. */
  private static String worded(String plain, int fewest) {
    Row row = new Row(plain, fewest);
    int at = 0;
    while (at < plain.length()) {
      char c = plain.charAt(at);
      int end = at + 1;
      if (SPOKEN[c] >= 0) {
        row.digit(at, SPOKEN[c]);
      } else if (isLatin(c)) {
        while (end < plain.length() && isLatin(plain.charAt(end))) {
          end++;
        }
        row.word(at, end);
      } else {
        row.other(at, c);
      }
      at = end;
    }
    return row.written();
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x250 && Character.isLetter(c));
  }

  private static byte[] spoken() {
    byte[] digits = new byte[0x10000];
    for (int c = 0; c < digits.length; c++) {
      digits[c] = (byte) Folding.spokenDigit((char) c);
    }
    for (int i = 0; i < RADIO.length(); i++) {
      digits[RADIO.charAt(i)] = (byte) (RADIO_DIGITS.charAt(i) - '0');
    }
    return digits;
  }

  /** Words that follow each other and are digits, and the text around such rows. */
  private static final class Row {
    private final String plain;
    private final int fewest;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder digits = new StringBuilder();
    private int copied;
    private int start;
    private int end;

    /** Whether anything but written digits is in the row. */
    private boolean said;

    private DigitWords.Said last = DigitWords.Said.DIGITS;

    private Row(String plain, int fewest) {
      this.plain = plain;
      this.fewest = fewest;
    }

    private void digit(int at, int digit) {
      start = digits.isEmpty() ? at : start;
      last = DigitWords.Said.DIGITS;
      digits.append((char) ('0' + digit));
      said |= Character.isLetter(plain.charAt(at)) && Folding.spokenDigit(plain.charAt(at)) < 0;
      end = at + 1;
    }

    private void word(int from, int to) {
      boolean close = from - end <= LONGEST_GAP_IN_TENS;
      DigitWords.Said before = close && !digits.isEmpty() ? last : DigitWords.Said.DIGITS;
      boolean first = digits.isEmpty();
      last = DigitWords.append(plain, from, to, before, digits);
      if (last == DigitWords.Said.NOTHING) {
        flush();
        return;
      }
      start = first ? from : start;
      said = true;
      end = to;
    }

    private void other(int at, char c) {
      if (!digits.isEmpty() && (at - end >= LONGEST_GAP || Character.isLetter(c))) {
        flush();
      }
    }

    private void flush() {
      if (digits.length() >= fewest && said) {
        out.append(plain, copied, start).append(digits);
        copied = end;
      }
      digits.setLength(0);
      said = false;
    }

    private String written() {
      flush();
      return copied == 0 ? plain : out.append(plain, copied, plain.length()).toString();
    }
  }
}
