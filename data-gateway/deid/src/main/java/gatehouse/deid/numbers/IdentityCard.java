package gatehouse.deid.numbers;

import gatehouse.deid.scan.Calendar;

/** The form of a resident identity card's number (GB 11643-1999) and of its 15-digit forerunner. */
public final class IdentityCard {
  /** Characters of a number since 1999. */
  public static final int LENGTH = 18;

  private static final int OLD_LENGTH = 15;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private IdentityCard() {}

  /** Whether the last character is the one that the other seventeen demand. */
  public static boolean checks(String number) {
    return checkCharacter(number) == Character.toUpperCase(number.charAt(LENGTH - 1));
  }

  /** The last character that the first seventeen digits demand. */
  public static char checkCharacter(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % CHECKS.length());
  }

  /** Whether the division and the day of birth could be real; the checksum does not count. */
  public static boolean plausible(String number) {
    if (number.length() == LENGTH) {
      return province(number) && Calendar.isDate(number.substring(6, 14));
    }
    return number.length() == OLD_LENGTH
        && province(number)
        && Calendar.isDate("19" + number.substring(6, 12));
  }

  private static boolean province(String number) {
    int code = Integer.parseInt(number.substring(0, 2));
    return (code >= 11 && code <= 15)
        || (code >= 21 && code <= 23)
        || (code >= 31 && code <= 37)
        || (code >= 41 && code <= 46)
        || (code >= 50 && code <= 54)
        || (code >= 61 && code <= 65)
        || code == 71
        || (code >= 81 && code <= 83)
        || code == 91;
  }
}
