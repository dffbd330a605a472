package gatehouse.gateway.tripwire;

/** The last character of an identity card's number (GB 11643). */
final class CheckCharacter {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10x98765432";

  private CheckCharacter() {}

  /** Whether the eighteenth character, a small x included, is the one that the others demand. */
  static boolean fits(String card) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (card.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % CHECKS.length()) == card.charAt(WEIGHTS.length);
  }
}
