package gatehouse.deid.known;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import org.jspecify.annotations.Nullable;

/**
 * A numeral or a part of a building, as addresses have them: 三百零一, 三〇一 and 301 are one number; 栋, 座
 * and 号楼 one word with 幢; 户 one with 室.
 *
 * @param end where it ends in the text
 * @param plain its one spelling; at most {@link #WIDEST} times as long as what it stands for
 */
record Counted(int end, String plain) {
  /** 百 alone becomes 100. */
  static final int WIDEST = 3;

  private static final int LONGEST = 7;

  /** Whether a numeral or a part of a building may begin with this character. */
  static boolean starts(char c) {
    return Glyphs.spokenNumeral(c) >= 0 || "十百廿栋座号户".indexOf(c) >= 0;
  }

  /** What begins here; null if it is its own spelling. */
  static @Nullable Counted at(NormalText text, int start) {
    return switch (text.at(start)) {
      case '栋', '座' -> new Counted(start + 1, "幢");
      case '户' -> new Counted(start + 1, "室");
      case '号' -> text.at(start + 1) == '楼' ? new Counted(start + 2, "幢") : null;
      default -> numeral(text, start);
    };
  }

  private static Counted numeral(NormalText text, int start) {
    int end = start;
    boolean units = false;
    while (end - start < LONGEST && isNumeral(text.at(end))) {
      units |= "十百廿".indexOf(text.at(end)) >= 0;
      end++;
    }
    String numeral = text.slice(start, end);
    return new Counted(end, units ? String.valueOf(value(numeral)) : digits(numeral));
  }

  private static boolean isNumeral(char c) {
    return Glyphs.spokenNumeral(c) >= 0 || "十百廿".indexOf(c) >= 0;
  }

  private static String digits(String numeral) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < numeral.length(); i++) {
      digits.append(Glyphs.spokenNumeral(numeral.charAt(i)));
    }
    return digits.toString();
  }

  /** 三百零一 is 301, 十五 is 15, 廿三 is 23. */
  private static int value(String numeral) {
    int value = 0;
    int digit = -1;
    for (int i = 0; i < numeral.length(); i++) {
      switch (numeral.charAt(i)) {
        case '百' -> {
          value += Math.abs(digit) * 100;
          digit = -1;
        }
        case '十' -> {
          value += (digit > 0 ? digit : 1) * 10;
          digit = -1;
        }
        case '廿' -> value += 20;
        default -> digit = Glyphs.spokenNumeral(numeral.charAt(i));
      }
    }
    return value + Math.max(0, digit);
  }
}
