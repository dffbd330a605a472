package gatehouse.deid.numbers;

/** The form of a bank card's number. */
final class BankCard {
  static final int LONGEST = 19;

  /** Digits in four groups of four. */
  static final int FOURS = 16;

  private BankCard() {}

  /** Whether digits, written in fours with unusual signs between, are a bank card's. */
  static boolean isInFours(String digits, String shape) {
    boolean rest = shape.length() == 5 && shape.charAt(4) < '4';
    return shape.startsWith("4444")
        && (shape.length() == 4 || rest)
        && digits.indexOf('X') < 0
        && (rest || digits.startsWith("62") || Luhn.checks(digits));
  }

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
