package gatehouse.deid.operators;

import gatehouse.deid.finding.Type;
import java.nio.ByteBuffer;
import java.time.LocalDate;

/** Keyed replacements: the same value gives the same result within one purpose. */
public final class Pseudonyms {
  private static final String BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final int MOST_DAYS = 365;

  private final Keyring keys;

  /** Pseudonyms made with a keyring. */
  public Pseudonyms(Keyring keys) {
    this.keys = keys;
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
