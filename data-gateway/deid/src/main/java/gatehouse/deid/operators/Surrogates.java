package gatehouse.deid.operators;

import gatehouse.deid.finding.Type;
import gatehouse.deid.numbers.IdentityCard;

/**
 * Values that look real and belong to nobody: phones that begin with 120, which no mobile network
 * is issued, identity numbers of the unissued division 999 with a right check character and the
 * same sex, mail to a domain that cannot exist (RFC 6761), names of the same length and probable
 * sex. The tripwire tells them from real ones by their ranges; names have no such range.
 */
final class Surrogates {
  private static final String CARD = "999";
  private static final int SEX = 16;

  private final Pseudonyms pseudonyms;
  private final SurrogateNames names;

  Surrogates(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
    this.names = new SurrogateNames(pseudonyms);
  }

  /** A surrogate, or a pseudonym where the type has no believable one. */
  String surrogate(Type type, String canonical) {
    return switch (type) {
      case PERSON -> names.name(canonical);
      case PHONE -> "120" + digits("phone", canonical, 8);
      case NATIONAL_ID -> card(canonical);
      case EMAIL -> "p" + digits("email", canonical, 8) + "@example.invalid";
      default -> pseudonyms.pseudonym(type, canonical);
    };
  }

  /** The seventeenth digit is odd for men. */
  private String card(String canonical) {
    String number = digits("id-a", canonical, 7) + digits("id-b", canonical, 6);
    int last = pseudonyms.choose("id-c", canonical, 5) * 2;
    boolean man = canonical.length() > SEX && canonical.charAt(SEX) % 2 == 1;
    String card = CARD + number + (man ? last + 1 : last);
    return card + IdentityCard.checkCharacter(card);
  }

  private String digits(String domain, String canonical, int count) {
    int bound = (int) Math.pow(10, count);
    return ("%0" + count + "d").formatted(pseudonyms.choose(domain, canonical, bound));
  }
}
