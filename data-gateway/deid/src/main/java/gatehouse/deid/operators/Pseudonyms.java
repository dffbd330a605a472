package gatehouse.deid.operators;

import gatehouse.deid.finding.Type;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Keyed replacements: the same value gives the same result within one purpose. New values are made
 * with the primary key; what an older key made can be recomputed, and decrypted where that is
 * possible, as long as the keyring holds the key.
 */
public final class Pseudonyms {
  private static final String BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final int MOST_DAYS = 365;

  private final Keyring keys;
  private final FormatPreserving formats;
  private final Surrogates surrogates;

  /** Pseudonyms made with a keyring. */
  public Pseudonyms(Keyring keys) {
    this.keys = keys;
    this.formats = new FormatPreserving(keys);
    this.surrogates = new Surrogates(this);
  }

  /** {@code LABEL_keyId_XXXXXXXXXXXXXXXX}: 80 bits of the HMAC in Crockford's base 32. */
  public String pseudonym(Type type, String canonical) {
    return with(keys.primary(), type, canonical);
  }

  /** The pseudonym that an older key gave: for finding old data again after a rotation. */
  public String with(String keyId, Type type, String canonical) {
    byte[] hash = keys.hash(keyId, type.label(), canonical);
    StringBuilder code = new StringBuilder(type.label()).append('_').append(keyId).append('_');
    for (int i = 0; i < LENGTH; i++) {
      int bit = i * 5;
      int window = (hash[bit / 8] & 0xFF) << 8 | (hash[bit / 8 + 1] & 0xFF);
      code.append(BASE32.charAt(window >> (11 - bit % 8) & 31));
    }
    return code.toString();
  }

  /**
   * The value encrypted in its own form (FF1, NIST SP 800-38G); a {@link #pseudonym} where it has
   * no such form or fewer than a million values.
   */
  public String formatPreserved(Type type, String surface, String canonical) {
    String encrypted = formats.encrypted(keys.primary(), type, surface);
    return encrypted == null ? pseudonym(type, canonical) : encrypted;
  }

  /**
   * Tries FF1 once, so that a missing library is told before the first text.
   *
   * @throws IllegalArgumentException if Bouncy Castle is not on the class path
   */
  public static void demandFormatPreserving() {
    try {
      Ff1.encrypt(new byte[32], new byte[0], Ff1.DECIMAL, "0".repeat(Ff1.FEWEST_DIGITS));
    } catch (NoClassDefFoundError e) {
      throw new IllegalArgumentException(
          "format-preserving needs org.bouncycastle:bcprov-jdk18on on the class path", e);
    }
  }

  /**
   * The value that a key encrypted in its own form; null if it is no whole field that {@link
   * #formatPreserved} gave. Another key's value gives another number: the caller keeps the id.
   *
   * @throws IllegalArgumentException if the keyring has no such key
   */
  public @Nullable String decrypted(String keyId, Type type, String value) {
    return formats.decrypted(keyId, type, value);
  }

  /** A believable value that belongs to nobody; a pseudonym where the type has none. */
  public String surrogate(Type type, String canonical) {
    return surrogates.surrogate(type, canonical);
  }

  /** A date moved by the days of this patient, 1 to 365 to the past: intervals stay true. */
  public LocalDate shift(LocalDate date, String subject) {
    int hash = ByteBuffer.wrap(keys.hash("date-shift", subject)).getInt();
    return date.minusDays(1 + Math.floorMod(hash, MOST_DAYS));
  }

  /** A number below a bound, the same for the same value. */
  int choose(String domain, String canonical, int bound) {
    long hash = ByteBuffer.wrap(keys.hash(domain, canonical)).getLong();
    return (int) Math.floorMod(hash, (long) bound);
  }
}
