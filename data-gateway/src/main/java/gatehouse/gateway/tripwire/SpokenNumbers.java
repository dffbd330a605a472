package gatehouse.gateway.tripwire;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as words: {@code one three eight}, {@code yi san ba}, {@code yīsānbā}, 洞幺拐, ⅠⅢⅧ, and in
 * groups, 一百三十八. Becomes a text with digits in their place, for the same rules as any digits.
 */
final class SpokenNumbers {
  private static final int FEWEST_WORDS = 6;
  private static final int LONGEST_GAP = 4;
  private static final Map<String, String> WORDS = words();
  private static final int LONGEST_WORD = 6;

  /** The first two letters of every word, in seven bits each; a blank after a single one. */
  private static final BitSet BEGINNINGS = new BitSet();

  static {
    for (String word : WORDS.keySet()) {
      BEGINNINGS.set(word.charAt(0) << 7 | (word.length() > 1 ? word.charAt(1) : ' '));
    }
  }

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final String UNITS = "十百千万亿拾佰仟萬億";
  private static final int LONGEST_NUMERAL = 32;
  private static final String RADIO = "洞幺拐勾两";
  private static final String RADIO_DIGITS = "01792";

  private SpokenNumbers() {}

  /**
   * The text with spoken numbers as digits.
   *
   * @param plain folded text
   * @return null if it speaks no number of at least six digits
   */
  static @Nullable String written(String plain) {
    String words = worded(grouped(plain));
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

  /** Rows of at least six words that are digits become digits with blanks between. */
  private static String worded(String plain) {
    StringBuilder out = new StringBuilder();
    StringBuilder digits = new StringBuilder();
    int copied = 0;
    int rowStart = 0;
    int rowEnd = -1;
    int at = 0;
    while (at < plain.length()) {
      int end = wordEnd(plain, at);
      String spoken = end > at ? digits(plain, at, end) : null;
      boolean letter = end > at && spoken == null;
      if (spoken != null) {
        rowStart = digits.isEmpty() ? at : rowStart;
        digits.append(spoken);
        rowEnd = end;
      } else if (!digits.isEmpty() && (letter || at - rowEnd >= LONGEST_GAP)) {
        copied = flush(plain, copied, rowStart, rowEnd, digits, out);
      }
      at = Math.max(end, at + 1);
    }
    copied = flush(plain, copied, rowStart, rowEnd, digits, out);
    return copied == 0 ? plain : out.append(plain, copied, plain.length()).toString();
  }

  private static int flush(
      String plain, int copied, int from, int to, StringBuilder digits, StringBuilder out) {
    boolean row = digits.length() >= FEWEST_WORDS && !allDigits(plain, from, to);
    if (row) {
      out.append(plain, copied, from).append(digits);
    }
    digits.setLength(0);
    return row ? to : copied;
  }

  private static boolean allDigits(String plain, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetter(plain.charAt(i)) && Folding.spokenDigit(plain.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The end of the letters, or of the one digit, that begin here. */
  private static int wordEnd(String plain, int start) {
    char c = plain.charAt(start);
    if (Folding.spokenDigit(c) >= 0 || RADIO.indexOf(c) >= 0) {
      return start + 1;
    }
    int end = start;
    while (end < plain.length() && isLatin(plain.charAt(end))) {
      end++;
    }
    return end == start && Character.isLetter(c) ? start + 1 : end;
  }

  /** The digits a word says, several words in one included; null if it says anything else. */
  private static @Nullable String digits(String plain, int start, int end) {
    char c = plain.charAt(start);
    if (Folding.spokenDigit(c) >= 0) {
      return String.valueOf(Folding.spokenDigit(c));
    }
    if (RADIO.indexOf(c) >= 0) {
      return RADIO_DIGITS.substring(RADIO.indexOf(c), RADIO.indexOf(c) + 1);
    }
    return isLatin(c) ? word(plain, start, end) : null;
  }

  private static @Nullable String word(String plain, int start, int end) {
    if (plain.charAt(start) < 0x80 && !mayBegin(plain, start, end)) {
      return null;
    }
    String letters = plain.substring(start, end);
    if (letters.chars().anyMatch(c -> c >= 0x80)) {
      letters = MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll("");
    }
    StringBuilder digits = new StringBuilder();
    int at = 0;
    while (at < letters.length()) {
      int length = Math.min(LONGEST_WORD, letters.length() - at);
      while (length > 0 && !WORDS.containsKey(letters.substring(at, at + length))) {
        length--;
      }
      if (length == 0) {
        // The last character of an identity card.
        return letters.startsWith("x", at) && at + 1 == letters.length() ? digits + "x" : null;
      }
      digits.append(WORDS.get(letters.substring(at, at + length)));
      at += length;
    }
    return digits.toString();
  }

  /** Most words begin as no number does. */
  private static boolean mayBegin(String plain, int start, int end) {
    char first = plain.charAt(start);
    char second = start + 1 < end ? plain.charAt(start + 1) : ' ';
    return second >= 0x80 || BEGINNINGS.get(first << 7 | second);
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x250 && Character.isLetter(c));
  }

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    String[] spoken = {
      "zero oh o nought ling dong",
      "one yi yao i",
      "two er liang ii",
      "three san iii",
      "four si iv",
      "five wu v",
      "six liu vi",
      "seven qi guai vii",
      "eight ba viii",
      "nine jiu gou ix niner"
    };
    for (int digit = 0; digit < spoken.length; digit++) {
      for (String word : spoken[digit].split(" ", -1)) {
        words.put(word, String.valueOf(digit));
      }
    }
    return words;
  }
}
