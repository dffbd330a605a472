package gatehouse.deid.numbers;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;

/**
 * The number of a Hong Kong identity card: one or two letters, six digits, and in brackets a check
 * character. Other numbers look like it, so the check character must fit.
 */
final class HongKongCard {
  /** The check character and its brackets. */
  static final int CHECK = 3;

  private static final int DIGITS = 6;
  private static final int MODULUS = 11;

  /** What a blank counts before a single letter. */
  private static final int BLANK = 36;

  private HongKongCard() {}

  /** Whether so many letters and digits from here on are one, together with what follows. */
  static boolean isOne(NormalText text, int start, int letters, int digits) {
    int open = start + letters + digits;
    if (digits != DIGITS || text.at(open) != '(' || text.at(open + 2) != ')') {
      return false;
    }
    int sum = letters == 1 ? 9 * BLANK : 0;
    int weight = letters == 1 ? 8 : 9;
    for (int at = start; at < open; at++) {
      sum += weight-- * value(text.at(at));
    }
    char check = text.at(open + 1);
    return (Glyphs.isDigit(check) || check == 'A' || check == 'a')
        && (sum + value(check)) % MODULUS == 0;
  }

  /** Digits count as themselves, A as 10 and so on. */
  private static int value(char c) {
    return Character.digit(c, 36);
  }
}
