package gatehouse.verify.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import gatehouse.verify.tree.Hashes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A key that checks notes: {@code <name>+<key id>+<algorithm and key>} (C2SP signed-note). */
public final class VerifierKey {

  private static final byte ED25519 = 1;
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] id;
  private final PublicKey key;

  private VerifierKey(String name, byte[] id, PublicKey key) {
    this.name = name;
    this.id = id;
    this.key = key;
  }

  /**
   * Reads one key.
   *
   * @throws IllegalArgumentException if it is none, its id does not fit it, or it is not Ed25519
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3 || !isKeyName(parts[0])) {
      throw new IllegalArgumentException("a verifier key reads name+id+key");
    }
    byte[] typed = StrictBase64.decode(parts[2]);
    if (typed.length != 33 || typed[0] != ED25519) {
      throw new IllegalArgumentException("the key is not an Ed25519 key");
    }
    byte[] id = id(parts[0], typed);
    if (!HexFormat.of().formatHex(id).equals(parts[1])) {
      throw new IllegalArgumentException("the key's id does not fit the key");
    }
    return new VerifierKey(parts[0], id, publicKey(typed));
  }

  /** Reads a file's text: one key a line; blank lines and lines that begin with # are skipped. */
  public static List<VerifierKey> all(String text) {
    List<VerifierKey> keys =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(VerifierKey::parse)
            .toList();
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("there is no key");
    }
    return keys;
  }

  /** Whether text may be a key's name. */
  static boolean isKeyName(String text) {
    return !text.isEmpty()
        && text.chars()
            .noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  /** Whether the signature claims to be this key's. */
  boolean claims(Note.Signed signed) {
    return name.equals(signed.name()) && Arrays.equals(id, signed.id());
  }

  /** Whether the signature over the text is this key's. */
  boolean verifies(String text, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(key);
      ed25519.update(text.getBytes(UTF_8));
      return ed25519.verify(signature);
    } catch (SignatureException _) {
      // Bytes that cannot even be a signature.
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key was read as an Ed25519 key", e);
    }
  }

  @Override
  public String toString() {
    return name + '+' + HexFormat.of().formatHex(id);
  }

  private static byte[] id(String name, byte[] typed) {
    MessageDigest sha256 = Hashes.sha256();
    sha256.update((name + '\n').getBytes(UTF_8));
    return Arrays.copyOf(sha256.digest(typed), 4);
  }

  private static PublicKey publicKey(byte[] typed) {
    byte[] x509 = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + 32);
    System.arraycopy(typed, 1, x509, X509_PREFIX.length, 32);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key is no point of the curve", e);
    }
  }
}
