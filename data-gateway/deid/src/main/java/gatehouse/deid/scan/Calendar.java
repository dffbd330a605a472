package gatehouse.deid.scan;

/** Whether digits could be a day between 1900 and 2099. */
public final class Calendar {
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private Calendar() {}

  /** Eight digits, year first. */
  public static boolean isDate(String digits) {
    if (digits.length() != 8) {
      return false;
    }
    for (int i = 0; i < 8; i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return isDate(
        Integer.parseInt(digits.substring(0, 4)),
        Integer.parseInt(digits.substring(4, 6)),
        Integer.parseInt(digits.substring(6, 8)));
  }

  /** A year, a month, a day. */
  public static boolean isDate(int year, int month, int day) {
    return isYear(year) && isDay(month, day);
  }

  /** From 1900 to 2099. */
  public static boolean isYear(int year) {
    return year >= 1900 && year <= 2099;
  }

  /** A month and a day that it may have. */
  public static boolean isDay(int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1];
  }
}
