package gatehouse.gateway.surrogate;

import gatehouse.deid.finding.Type;
import gatehouse.deid.placeholders.Placeholders.Stand;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Invents values of the shape of given ones. Numbers come from ranges that nobody is issued, so
 * that the last look can tell them from real ones; a name is made of characters that no name has,
 * so that no sentence holds it by chance.
 */
final class Invention {
  private static final String RARE = "龘靐齉爩麤灪龗齾厵滟爨癵籱饢驫鱻麣纞虋讟钃鸜韊麷鞻韽";
  private static final String CONSONANTS = "bcdfghjkmnpqrtvwxz";
  private static final String WEIGHTS = "79A584216379A5842";
  private static final String CHECKS = "10X98765432";
  private static final int DRAWS = 200;
  private static final int CARD = 18;
  private static final int YEARS = 20;
  private static final int MOBILE = 11;

  /**
   * Where a mobile number or a day of birth could begin that ends in the digits of a date behind.
   */
  private static final String BEGINS = "(?<!^1?)(?:1[3-9]|20)|[12]$";

  private static final Pattern IN_A_NUMBER = Pattern.compile(BEGINS);

  /** A card has a day of birth of its own. */
  private static final Pattern IN_A_CARD = Pattern.compile("(?<!^.{6})" + BEGINS);

  /** Area code and number, with a hyphen or none; 026 is no place's code. */
  private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}-?[2-8]\\d{6,7}");

  private static final int FIRST_HAN = 0x4E00;

  /** From here on the last look takes every row of digits for somebody's number. */
  private static final int LONG = 9;

  /** Fewer signs that were chosen by chance may stand in a text by chance. */
  private static final int FEWEST_CHOSEN = 6;

  private final RandomGenerator random;

  Invention(RandomGenerator random) {
    this.random = random;
  }

  /**
   * One value of the form of a spelling; null where there is none.
   *
   * @param kept how many characters the pattern itself names at the beginning, to be kept
   */
  @Nullable String like(Stand stand, String spelling, int attempt, int kept) {
    boolean digits = spelling.chars().allMatch(c -> c >= '0' && c <= '9');
    int length = spelling.length();
    Type type = stand.type();
    if (type == Type.NATIONAL_ID && length == CARD) {
      return alone(IN_A_CARD, this::card);
    }
    if (type == Type.PHONE && LANDLINE.matcher(spelling).matches()) {
      return "026" + (spelling.indexOf('-') < 0 ? "" : "-") + (2 + random.nextInt(7)) + digits(7);
    }
    if (type == Type.PHONE && digits && length == MOBILE) {
      return alone(IN_A_NUMBER, () -> (attempt % 2 == 0 ? "120" : "154") + digits(8));
    }
    if (type == Type.EMAIL) {
      return "p" + digits(8) + "@example.invalid";
    }
    if (type == Type.PERSON && spelling.chars().allMatch(c -> c >= FIRST_HAN)) {
      return name(length);
    }
    if (digits && length >= LONG) {
      // Eighteen digits are an identity card to everybody who looks.
      return length == CARD
          ? alone(IN_A_CARD, this::card)
          : alone(IN_A_NUMBER, () -> number(length));
    }
    return form(type, spelling, kept);
  }

  /** One within which no other number begins, whatever digits follow it in a sentence. */
  private static @Nullable String alone(Pattern another, Supplier<String> number) {
    return Stream.generate(number)
        .limit(DRAWS)
        .filter(one -> !another.matcher(one).find())
        .findFirst()
        .orElse(null);
  }

  /** Division 999, a day of birth, a right check character (GB 11643). */
  private String card() {
    String birth =
        LocalDate.of(2000, 1, 1)
            .plusDays(random.nextInt(YEARS * 365))
            .format(DateTimeFormatter.BASIC_ISO_DATE);
    String body = "999" + digits(3) + birth + digits(3);
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += Character.digit(WEIGHTS.charAt(i), 16) * (body.charAt(i) - '0');
    }
    return body + CHECKS.charAt(sum % CHECKS.length());
  }

  /** 999, and Luhn's digit at the end. */
  private String number(int length) {
    String body = "999" + digits(length - 4);
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(body.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit * 2 : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return body + (10 - sum % 10) % 10;
  }

  private String name(int length) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < length; i++) {
      name.append(RARE.charAt(random.nextInt(RARE.length())));
    }
    return name.toString();
  }

  /**
   * Digits for digits and letters for letters; only numbers and names in letters have such a form.
   */
  private @Nullable String form(Type type, String spelling, int kept) {
    StringBuilder form = new StringBuilder(spelling);
    int chosen = 0;
    for (int i = kept; i < form.length(); i++) {
      char c = form.charAt(i);
      if (c >= '0' && c <= '9') {
        form.setCharAt(i, (char) ('0' + random.nextInt(10)));
      } else if (c >= 'a' && c <= 'z') {
        form.setCharAt(i, CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
      } else if (c >= 'A' && c <= 'Z') {
        form.setCharAt(
            i, Character.toUpperCase(CONSONANTS.charAt(random.nextInt(CONSONANTS.length()))));
      } else if ("-_./@+".indexOf(c) < 0 || type == Type.ADDRESS) {
        return null;
      } else {
        continue;
      }
      chosen++;
    }
    return chosen < FEWEST_CHOSEN ? null : form.toString();
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }
}
