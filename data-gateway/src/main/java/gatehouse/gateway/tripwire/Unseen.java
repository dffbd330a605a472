package gatehouse.gateway.tripwire;

/**
 * Text in characters that a model reads and a person does not see: tag characters spell whole
 * sentences, variation selectors and private characters carry bytes, two zero-width ones carry
 * bits. A few of them are honest (an emoji, a rare variant of a character); a message of them is
 * not.
 */
final class Unseen {
  private static final int LONGEST_HONEST_RUN = 3;
  private static final int MOST_HONEST = 32;
  private static final int FIRST_TAG = 0xE0000;
  private static final int LAST_TAG = 0xE007F;

  private Unseen() {}

  static boolean carriesText(String text) {
    int run = 0;
    int all = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (!isUnseen(c)) {
        run = 0;
        continue;
      }
      run++;
      all++;
      boolean tag = c >= FIRST_TAG && c <= LAST_TAG;
      if (tag || run > LONGEST_HONEST_RUN || all > MOST_HONEST) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnseen(int c) {
    boolean selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    return selector
        || switch (Character.getType(c)) {
          case Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
          default -> false;
        };
  }
}
