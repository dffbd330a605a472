package gatehouse.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Signs checkpoints: an Ed25519 key under a name, as C2SP signed-note and tlog-checkpoint want it.
 */
public final class SigningKey {

  private static final byte ED25519 = 1;
  private static final int SEED = 32;

  private final String name;
  private final PrivateKey key;
  private final byte[] publicKey;

  private SigningKey(String name, KeyPair pair) {
    this.name = name;
    this.key = pair.getPrivate();
    // X.509 wraps the 32 bytes of RFC 8032 in a fixed prefix.
    byte[] encoded = pair.getPublic().getEncoded();
    this.publicKey = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  /**
   * The key that grows from a seed (RFC 8032).
   *
   * @throws IllegalArgumentException if the name is no key name or the seed has not 32 bytes
   */
  public static SigningKey of(String name, byte[] seed) {
    if (name.isBlank() || name.matches(".*[\\s+].*")) {
      throw new IllegalArgumentException("a key name has neither blanks nor plus signs");
    }
    if (seed.length != SEED) {
      throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      // The JDK derives a public key only while generating; the seed is what it "draws".
      generator.initialize(NamedParameterSpec.ED25519, new Drawn(seed));
      return new SigningKey(name, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK since 15 has Ed25519", e);
    }
  }

  /** {@code <name>+<key id, hex>+<base64 of algorithm and public key>}: what a verifier needs. */
  public String verifierKey() {
    return name
        + '+'
        + HexFormat.of().formatHex(id())
        + '+'
        + Base64.getEncoder().encodeToString(typedKey());
  }

  /**
   * The checkpoint of a tree (C2SP tlog-checkpoint): origin, size and root, a blank line, and the
   * signature line.
   */
  public String checkpoint(Frontier tree) {
    String text =
        name + '\n' + tree.size() + '\n' + Base64.getEncoder().encodeToString(tree.root()) + '\n';
    byte[] signature = sign(text.getBytes(UTF_8));
    byte[] line = ByteBuffer.allocate(4 + signature.length).put(id()).put(signature).array();
    return text + "\n\u2014 " + name + ' ' + Base64.getEncoder().encodeToString(line) + '\n';
  }

  private byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key was made for Ed25519", e);
    }
  }

  private byte[] id() {
    var sha256 = Frontier.sha256();
    sha256.update(name.getBytes(UTF_8));
    sha256.update((byte) '\n');
    return Arrays.copyOf(sha256.digest(typedKey()), 4);
  }

  private byte[] typedKey() {
    return ByteBuffer.allocate(1 + publicKey.length).put(ED25519).put(publicKey).array();
  }

  /** Draws the one seed that was given. */
  private static final class Drawn extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] seed;

    Drawn(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
