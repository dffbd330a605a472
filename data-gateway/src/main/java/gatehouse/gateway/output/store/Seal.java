package gatehouse.gateway.output.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits and a name as associated data: what
 * was changed, or moved to where another name belongs, does not open.
 */
final class Seal {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Seal() {}

  /** So many random bytes. */
  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** A nonce, good for one seal. */
  static byte[] nonce() {
    return random(NONCE_BYTES);
  }

  static byte[] close(SecretKey key, byte[] nonce, String name, byte[] clear) {
    try {
      return crypt(Cipher.ENCRYPT_MODE, key, nonce, name, clear);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-256-GCM", e);
    }
  }

  /** Empty when it does not open: no word of why, which could quote what it was given. */
  static Optional<byte[]> open(SecretKey key, byte[] nonce, String name, byte[] sealed) {
    try {
      return Optional.of(crypt(Cipher.DECRYPT_MODE, key, nonce, name, sealed));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private static byte[] crypt(int mode, SecretKey key, byte[] nonce, String name, byte[] input)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(UTF_8));
    return cipher.doFinal(input);
  }
}
