package gatehouse.inbox.receive;

import gatehouse.inbox.InboxSettings;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what is parked: AES-256-GCM (NIST SP 800-38D) with a random nonce of 12 bytes before the
 * text, bound to the record's place so that no row can be put in another's. The first configured
 * key seals, all of them open: a new key goes to the front, an old one leaves when nothing is
 * sealed with it any more.
 */
@Startup
@ApplicationScoped
class Seal {
  private static final int KEY_BYTES = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  /** Sealed bytes and the id of their key. */
  // Arrays in a record compare by identity; seals are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Sealed(String keyId, byte[] bytes) {}

  private final SecureRandom random = new SecureRandom();
  private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();

  @Inject
  Seal(InboxSettings settings) {
    this(settings.parkedKeys());
  }

  Seal(List<String> configured) {
    for (String one : configured) {
      int colon = one.indexOf(':');
      byte[] key = colon < 1 ? new byte[0] : decoded(one.substring(colon + 1).strip());
      if (key.length != KEY_BYTES) {
        throw new IllegalArgumentException(
            "gatehouse.inbox.parked-keys wants <id>:<32 bytes in Base64>, the first one"
                + " to seal with (openssl rand -base64 32)");
      }
      keys.put(one.substring(0, colon).strip(), new SecretKeySpec(key, "AES"));
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("gatehouse.inbox.parked-keys is empty");
    }
  }

  Sealed seal(String place, byte[] plain) {
    Map.Entry<String, SecretKeySpec> first = keys.entrySet().iterator().next();
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] text = run(Cipher.ENCRYPT_MODE, first.getValue(), nonce, place, plain);
    return new Sealed(
        first.getKey(), ByteBuffer.allocate(NONCE + text.length).put(nonce).put(text).array());
  }

  /**
   * What was sealed.
   *
   * @throws IllegalStateException if its key is not configured any more, or the bytes or their
   *     place were changed
   */
  byte[] open(String place, Sealed sealed) {
    SecretKeySpec key = keys.get(sealed.keyId());
    if (key == null) {
      throw new IllegalStateException("no parked key is called " + sealed.keyId());
    }
    byte[] nonce = Arrays.copyOf(sealed.bytes(), NONCE);
    byte[] text = Arrays.copyOfRange(sealed.bytes(), NONCE, sealed.bytes().length);
    return run(Cipher.DECRYPT_MODE, key, nonce, place, text);
  }

  private static byte[] run(int mode, SecretKeySpec key, byte[] nonce, String place, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a parked event cannot be sealed or opened", e);
    }
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }
}
