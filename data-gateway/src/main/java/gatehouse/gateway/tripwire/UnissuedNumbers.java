package gatehouse.gateway.tripwire;

import java.util.regex.Pattern;

/**
 * Numbers and addresses that nobody is issued, and that a de-identified text may therefore hold in
 * place of real ones: identity cards of the division 999 with a right check character, mobile
 * numbers that begin with 120, mail to a domain that cannot exist (RFC 6761). Anything else of that
 * length is taken for somebody's.
 */
final class UnissuedNumbers {
  private static final Pattern CARD = Pattern.compile("999\\d{14}[\\dx]");
  private static final Pattern MOBILE = Pattern.compile("120\\d{8}");
  private static final Pattern EMAIL = Pattern.compile("p\\d{8}@example\\.invalid");

  private UnissuedNumbers() {}

  /** Whether a whole run of digits is such a number. */
  static boolean contain(String run) {
    return MOBILE.matcher(run).matches()
        || (CARD.matcher(run).matches() && CheckCharacter.fits(run));
  }

  /** Whether a whole address is such an address. */
  static boolean isAddress(String email) {
    return EMAIL.matcher(email).matches();
  }
}
