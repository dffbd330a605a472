package gatehouse.deid.numbers;

import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;

/** The forms of Chinese phone numbers. */
final class PhoneNumber {
  private PhoneNumber() {}

  /** Eleven digits from 13 to 19 on, with or without the country's code, in few groups. */
  static boolean isMobile(String digits, int[] shape) {
    String number = digits;
    if (number.length() > 11) {
      if (number.startsWith("0086")) {
        number = number.substring(4);
      } else if (number.startsWith("86")) {
        number = number.substring(2);
      }
    }
    if (number.length() == 12 && number.startsWith("01")) {
      number = number.substring(1);
    }
    if (number.length() != 11 || number.charAt(0) != '1' || number.charAt(1) < '3') {
      return false;
    }
    return shape.length == 1 || (shape.length <= 5 && shape[0] >= 2) || inSingles(shape);
  }

  /** An area code and seven or eight digits, an extension, or a service number. */
  static boolean isLandline(String digits, int[] shape) {
    int area = areaLength(digits);
    if (area > 0) {
      int rest = digits.length() - area;
      boolean split = shape.length > 1 && shape[0] == area;
      boolean extension = shape.length == 3 && split && shape[1] >= 7 && shape[1] <= 8;
      return (rest >= 7 && rest <= 8 && (split || shape.length == 1))
          || (extension && shape[2] <= 5);
    }
    boolean threes = shape.length == 3 && shape[0] == 3 && shape[1] == 3 && shape[2] == 4;
    if (threes && digits.charAt(0) >= '2') {
      return true;
    }
    boolean service = digits.startsWith("400") || digits.startsWith("800");
    return service && digits.length() == 10 && shape.length > 1;
  }

  /** Moves back over +, 86 in brackets and the like. */
  static int prefixStart(NormalText text, int start) {
    int at = start;
    for (int i = start - 1; i >= start - 7; i--) {
      char c = text.at(i);
      if (c == '+') {
        return text.at(i - 1) == '(' ? i - 1 : i;
      }
      if (c == '(') {
        at = i;
        break;
      }
      if (!Glyphs.isDigit(c) && c != ' ' && c != '-' && c != ')') {
        break;
      }
    }
    return at;
  }

  /** Three for 010 and 02x, four for 03xx to 09xx, 0 if the digits start with no area code. */
  private static int areaLength(String digits) {
    if (digits.length() < 9 || digits.charAt(0) != '0') {
      return 0;
    }
    char second = digits.charAt(1);
    if (second == '2' || digits.startsWith("010")) {
      return 3;
    }
    return second >= '3' && digits.charAt(2) != '0' ? 4 : 0;
  }

  private static boolean inSingles(int[] shape) {
    for (int length : shape) {
      if (length != 1) {
        return false;
      }
    }
    return shape.length == 11;
  }
}
