package gatehouse.deid.operators;

import gatehouse.deid.finding.Type;
import gatehouse.deid.normalise.Glyphs;
import gatehouse.deid.normalise.NormalText;
import gatehouse.deid.numbers.IdentityCard;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that keep their form and come back with the key. The digits of a number are encrypted in
 * their places, letters and signs stay. Identity cards go to the unissued division 999 with a right
 * check character, mobile numbers to eleven digits from 9 on, so that neither is taken for a real
 * one. What has fewer than a million values, or no such form, has no format-preserving value.
 */
final class FormatPreserving {
  private static final String CARD = "999";
  private static final int CARD_DIGITS = 14;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final int DAYS = 73_049;
  private static final int SEQUENCES = 1000;
  private static final String MOBILE = "9";

  private final Keyring keys;

  FormatPreserving(Keyring keys) {
    this.keys = keys;
  }

  /** The encrypted value; null if the domain is too small. */
  @Nullable String encrypted(String keyId, Type type, String surface) {
    NormalText text = NormalText.of(surface);
    String plain = text.slice(0, text.length()).strip();
    return switch (type) {
      case NATIONAL_ID -> card(keyId, digits(plain, true));
      case PHONE -> mobile(keyId, digits(plain, false));
      default -> inPlace(true, keyId, type, plain);
    };
  }

  /** The value again; null if this is no value of {@link #encrypted}. */
  @Nullable String decrypted(String keyId, Type type, String value) {
    return switch (type) {
      case NATIONAL_ID -> cardAgain(keyId, value);
      case PHONE -> mobileAgain(keyId, value);
      default -> inPlace(false, keyId, type, value);
    };
  }

  private @Nullable String inPlace(boolean encrypts, String keyId, Type type, String value) {
    String digits = digits(value, false);
    if (digits.length() < Ff1.FEWEST_DIGITS) {
      return null;
    }
    // Two numbers that differ in their letters are encrypted apart.
    String letters = value.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
    String other =
        encrypts ? encrypt(keyId, type, letters, digits) : decrypt(keyId, type, letters, digits);
    StringBuilder result = new StringBuilder(value);
    int next = 0;
    for (int i = 0; i < result.length(); i++) {
      if (Glyphs.isDigit(result.charAt(i))) {
        result.setCharAt(i, other.charAt(next++));
      }
    }
    return result.toString();
  }

  /** Division, day of birth and sequence as one number of fourteen digits. */
  private @Nullable String card(String keyId, String number) {
    boolean form = number.matches("\\d{17}[\\dX]") && IdentityCard.checks(number);
    LocalDate birth = form ? birth(number) : null;
    if (birth == null) {
      return null;
    }
    long rank = Long.parseLong(number.substring(0, 6)) * DAYS;
    rank = (rank + ChronoUnit.DAYS.between(FIRST_DAY, birth)) * SEQUENCES;
    rank += Long.parseLong(number.substring(14, 17));
    String body = ("%0" + CARD_DIGITS + "d").formatted(rank);
    String card = CARD + encrypt(keyId, Type.NATIONAL_ID, "", body);
    return card + IdentityCard.checkCharacter(card);
  }

  private static @Nullable LocalDate birth(String number) {
    try {
      LocalDate birth = LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
      long day = ChronoUnit.DAYS.between(FIRST_DAY, birth);
      return day >= 0 && day < DAYS ? birth : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable String cardAgain(String keyId, String card) {
    boolean ours = card.matches(CARD + "\\d{14}[\\dX]") && IdentityCard.checks(card);
    if (!ours) {
      return null;
    }
    String body = card.substring(CARD.length(), CARD.length() + CARD_DIGITS);
    long rank = Long.parseLong(decrypt(keyId, Type.NATIONAL_ID, "", body));
    long day = rank / SEQUENCES % DAYS;
    long division = rank / SEQUENCES / DAYS;
    if (division >= 1_000_000) {
      return null;
    }
    LocalDate birth = FIRST_DAY.plusDays(day);
    String number =
        "%06d%04d%02d%02d%03d"
            .formatted(
                division,
                birth.getYear(),
                birth.getMonthValue(),
                birth.getDayOfMonth(),
                rank % SEQUENCES);
    return number + IdentityCard.checkCharacter(number);
  }

  private @Nullable String mobile(String keyId, String digits) {
    String number = digits.length() == 13 && digits.startsWith("86") ? digits.substring(2) : digits;
    return number.matches("1[3-9]\\d{9}")
        ? MOBILE + encrypt(keyId, Type.PHONE, "", number.substring(1))
        : null;
  }

  private @Nullable String mobileAgain(String keyId, String value) {
    return value.matches(MOBILE + "\\d{10}")
        ? '1' + decrypt(keyId, Type.PHONE, "", value.substring(1))
        : null;
  }

  private String encrypt(String keyId, Type type, String letters, String digits) {
    return Ff1.encrypt(key(keyId, type), tweak(letters), Ff1.DECIMAL, digits);
  }

  private String decrypt(String keyId, Type type, String letters, String digits) {
    return Ff1.decrypt(key(keyId, type), tweak(letters), Ff1.DECIMAL, digits);
  }

  /** An AES-256 key of its own for each purpose and type. */
  private byte[] key(String keyId, Type type) {
    return keys.hash(keyId, "ff1", type.label());
  }

  private static byte[] tweak(String letters) {
    return letters.getBytes(StandardCharsets.US_ASCII);
  }

  private static String digits(String value, boolean check) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = Character.toUpperCase(value.charAt(i));
      if (Glyphs.isDigit(c) || (check && c == 'X')) {
        digits.append(c);
      }
    }
    return digits.toString();
  }
}
