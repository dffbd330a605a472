package gatehouse.gateway.tripwire;

import java.util.regex.Pattern;

/**
 * Numbers and addresses that nobody is issued, and that a de-identified text may therefore hold in
 * place of real ones: identity cards of the division 999 with a right check character, mobile
 * numbers that begin with 120 or, where a schema asks for the shape of one, with 154 (no operator
 * was given it), landlines of the area code 026 (no place was given it), longer numbers that begin
 * with 999 and end with Luhn's digit (ISO/IEC 7812: 9 is for national use, 999 no country's), mail
 * to a domain that cannot exist (RFC 6761). Anything else of that length is taken for somebody's.
 */
final class UnissuedNumbers {
  private static final Pattern CARD = Pattern.compile("999\\d{14}[\\dx]");
  private static final Pattern MOBILE = Pattern.compile("1(?:20|54)\\d{8}");
  private static final Pattern LANDLINE = Pattern.compile("026[2-8]\\d{7}");
  private static final Pattern LONG = Pattern.compile("999(?:\\d{6,14}|\\d{16,21})");
  private static final Pattern EMAIL = Pattern.compile("p\\d{8}@example\\.invalid");

  private UnissuedNumbers() {}

  /** Whether a whole run of digits is such a number. */
  static boolean contain(String run) {
    return MOBILE.matcher(run).matches()
        || LANDLINE.matcher(run).matches()
        || (LONG.matcher(run).matches() && luhn(run))
        || (CARD.matcher(run).matches() && CheckCharacter.fits(run));
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  /** Whether a whole address is such an address. */
  static boolean isAddress(String email) {
    return EMAIL.matcher(email).matches();
  }
}
