package gatehouse.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes {@linkplain Pseudonym pseudonyms} with one hospital key: HMAC-SHA-256 (RFC 2104) over
 * {@code issuer | id}. Thread-safe.
 *
 * <p>A plain hash would be reversed by trying every identity-card number; a keyed one is not.
 */
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_KEY_BYTES = 32;
  private static final Pattern KEY_ID = Pattern.compile("[a-z0-9]{1,32}");

  private final String keyId;
  private final SecretKey key;
  private final Mac keyed;

  private Pseudonyms(String keyId, SecretKey key) {
    this.keyId = keyId;
    this.key = key;
    this.keyed = keyed();
  }

  /**
   * Makes pseudonyms with one key.
   *
   * @param keyId names the key, 1 to 32 of {@code [a-z0-9]}
   * @param base64UrlKey at least 32 bytes
   * @throws IllegalArgumentException when the key id or the key is malformed or too short
   */
  public static Pseudonyms withKey(String keyId, String base64UrlKey) {
    if (!KEY_ID.matcher(keyId).matches()) {
      throw new IllegalArgumentException("pseudonym key id: 1 to 32 of a-z and 0-9");
    }
    byte[] bytes = Base64.getUrlDecoder().decode(base64UrlKey);
    if (bytes.length < SHORTEST_KEY_BYTES) {
      throw new IllegalArgumentException("pseudonym key: at least 32 bytes, base64url");
    }
    return new Pseudonyms(keyId, new SecretKeySpec(bytes, ALGORITHM));
  }

  /**
   * The reference of one person.
   *
   * @param issuer who gave the id, such as a hospital system's code, in whatever case: it is read
   *     without surrounding blanks and in upper case, so that {@code his} and {@code HIS} are one
   *     issuer in every service; must not contain {@code |}, so that no two pairs share one input
   * @param id the id as its issuer writes it, surrounding blanks ignored
   * @throws IllegalArgumentException when either is blank or the issuer contains {@code |}
   */
  public Pseudonym of(String issuer, String id) {
    if (issuer.isBlank() || id.isBlank() || issuer.indexOf('|') >= 0) {
      throw new IllegalArgumentException("issuer and id must be given, the issuer without '|'");
    }
    byte[] code = mac().doFinal((folded(issuer) + '|' + id.strip()).getBytes(UTF_8));
    return new Pseudonym(
        keyId + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(code));
  }

  /** A no that came for {@code his|1} must hold when somebody asks for {@code HIS|1}. */
  private static String folded(String issuer) {
    return issuer.strip().toUpperCase(Locale.ROOT);
  }

  /** A copy, which is cheaper than looking the algorithm up and setting the key for each person. */
  private Mac mac() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException _) {
      return keyed();
    }
  }

  private Mac keyed() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
