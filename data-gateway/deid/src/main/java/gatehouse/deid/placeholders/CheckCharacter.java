package gatehouse.deid.placeholders;

/** ISO 7064 MOD 37,36: one character that tells every single changed character. */
final class CheckCharacter {
  private static final int MODULUS = 36;
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private CheckCharacter() {}

  /** The check character of the letters and digits of a text; others are skipped. */
  static char of(String text) {
    int product = MODULUS;
    for (int i = 0; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        continue;
      }
      int sum = (product + value) % MODULUS;
      product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
    }
    return ALPHABET.charAt((MODULUS + 1 - product) % MODULUS);
  }
}
