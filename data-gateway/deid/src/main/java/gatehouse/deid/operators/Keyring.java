package gatehouse.deid.operators;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keys for pseudonyms, format-preserving values, surrogates and date shifts. The primary key makes
 * new values; older ones stay, so that values made with them can be recomputed or decrypted. Each
 * purpose has its own derived keys: two uses of one patient cannot be joined.
 */
public final class Keyring {
  private static final char BORDER = '\0';

  private final Map<String, Prf> keys;
  private final String primary;
  private final String purpose;

  /** A keyed function whose output tells nothing of its input, such as HMAC-SHA-256. */
  @FunctionalInterface
  public interface Prf {
    /** 32 bytes for any input, always the same for the same input. */
    byte[] of(byte[] input);
  }

  private Keyring(Map<String, Prf> keys, String primary, String purpose) {
    this.keys = keys;
    this.primary = primary;
    this.purpose = purpose;
  }

  /**
   * A keyring.
   *
   * @param primary id of the key for new values
   * @param keys key id to key
   * @param purpose what the output is for
   * @throws IllegalArgumentException if the primary key is missing or the purpose holds a NUL
   */
  public static Keyring of(String primary, Map<String, Prf> keys, String purpose) {
    if (!keys.containsKey(primary)) {
      throw new IllegalArgumentException("a keyring needs its primary key");
    }
    if (purpose.indexOf(BORDER) >= 0) {
      throw new IllegalArgumentException("a purpose holds no NUL");
    }
    return new Keyring(new LinkedHashMap<>(keys), primary, purpose);
  }

  /** Id of the key for new values. */
  public String primary() {
    return primary;
  }

  /** Ids of all keys, older ones included. */
  public Set<String> ids() {
    return Set.copyOf(keys.keySet());
  }

  /**
   * 32 secret bytes for the placeholders of a text: the same text has the same, so that a run that
   * is repeated writes the same bytes.
   */
  public byte[] nonce(String text) {
    return hash("nonce", text);
  }

  /** The keyed hash of a value, 32 bytes, with the key for new values. */
  byte[] hash(String domain, String value) {
    return hash(primary, domain, value);
  }

  /**
   * The keyed hash of a value with a named key.
   *
   * @throws IllegalArgumentException if the keyring has no such key
   */
  byte[] hash(String keyId, String domain, String value) {
    Prf key = keys.get(keyId);
    if (key == null) {
      throw new IllegalArgumentException("no key " + keyId);
    }
    String input = purpose + BORDER + domain + BORDER + value;
    return key.of(input.getBytes(StandardCharsets.UTF_8));
  }

  /** Key ids only. */
  @Override
  public String toString() {
    return "Keyring" + keys.keySet();
  }
}
