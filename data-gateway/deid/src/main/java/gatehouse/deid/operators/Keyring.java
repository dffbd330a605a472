package gatehouse.deid.operators;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys for pseudonyms, surrogates and date shifts. The first key makes new values; older ones stay,
 * so that values made with them can be recomputed. Each purpose has its own derived key: two uses
 * of one patient cannot be joined.
 */
public final class Keyring {
  private static final int SHORTEST = 32;

  private final Map<String, byte[]> keys;
  private final String primary;
  private final String purpose;

  private Keyring(Map<String, byte[]> keys, String primary, String purpose) {
    this.keys = keys;
    this.primary = primary;
    this.purpose = purpose;
  }

  /**
   * A keyring.
   *
   * @param keys key id to key, the one for new values first; at least 32 bytes each
   * @param purpose what the output is for
   * @throws IllegalArgumentException if there is no key or one is too short
   */
  public static Keyring of(Map<String, byte[]> keys, String purpose) {
    Map<String, byte[]> copy = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> key : keys.entrySet()) {
      if (key.getValue().length < SHORTEST) {
        throw new IllegalArgumentException("key " + key.getKey() + " is shorter than 32 bytes");
      }
      copy.put(key.getKey(), key.getValue().clone());
    }
    if (copy.isEmpty()) {
      throw new IllegalArgumentException("a keyring needs a key");
    }
    return new Keyring(copy, copy.keySet().iterator().next(), purpose);
  }

  /** Id of the key for new values. */
  public String primary() {
    return primary;
  }

  /** HMAC-SHA-256 of a value with the key for new values. */
  byte[] hash(String domain, String value) {
    return hash(primary, domain, value);
  }

  /**
   * HMAC-SHA-256 with a named key.
   *
   * @throws IllegalArgumentException if the keyring has no such key
   */
  byte[] hash(String keyId, String domain, String value) {
    byte[] key = keys.get(keyId);
    if (key == null) {
      throw new IllegalArgumentException("no key " + keyId);
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      mac.update(domain.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** Key ids only. */
  @Override
  public String toString() {
    return "Keyring" + keys.keySet();
  }
}
