package gatehouse.deid.numbers;

/** The form of a bank card's number. */
final class BankCard {
  private BankCard() {}

  /** Whether digits, written in groups of this shape, are a bank card's. */
  static boolean is(String digits, int[] shape) {
    if (digits.length() < 13 || digits.length() > 19) {
      return false;
    }
    boolean issuer = "3456".indexOf(digits.charAt(0)) >= 0;
    if (shape.length == 1) {
      return (digits.length() >= 16 && digits.startsWith("62")) || (issuer && Luhn.checks(digits));
    }
    return issuer && digits.length() >= 15 && (inFours(shape) || Luhn.checks(digits));
  }

  private static boolean inFours(int[] shape) {
    for (int i = 0; i < shape.length - 1; i++) {
      if (shape[i] != 4) {
        return false;
      }
    }
    return true;
  }
}
