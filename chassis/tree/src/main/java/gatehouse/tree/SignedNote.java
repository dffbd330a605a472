package gatehouse.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A stored checkpoint (C2SP tlog-checkpoint) held against a tree and the journal's own keys. */
public record SignedNote(String text) {

  /** X.509 wraps the 32 bytes of an Ed25519 key (RFC 8032) in this. */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int KEY_ID = 4;

  /** Whether it speaks of this very tree of that log. */
  public boolean names(String origin, Frontier tree) {
    String body =
        origin + '\n' + tree.size() + '\n' + Base64.getEncoder().encodeToString(tree.root());
    return text.startsWith(body + "\n\n");
  }

  /** Whether one of the keys, each in C2SP's verifier form, has signed it. */
  public boolean isSignedBy(List<String> verifierKeys) {
    int blank = text.indexOf("\n\n");
    String line = text.substring(blank + 2).strip();
    return blank > 0
        && verifierKeys.stream().anyMatch(key -> verifies(key, text.substring(0, blank + 1), line));
  }

  private static boolean verifies(String verifierKey, String body, String line) {
    String[] parts = verifierKey.split("\\+", 3);
    if (parts.length < 3 || !line.startsWith("\u2014 " + parts[0] + ' ')) {
      return false;
    }
    try {
      byte[] signed = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
      if (signed.length <= KEY_ID) {
        return false;
      }
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(publicKey(Base64.getDecoder().decode(parts[2])));
      signature.update(body.getBytes(UTF_8));
      return signature.verify(Arrays.copyOfRange(signed, KEY_ID, signed.length));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      // Neither a key nor a signature: then nobody has signed.
      return false;
    }
  }

  private static PublicKey publicKey(byte[] typed) throws GeneralSecurityException {
    byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + typed.length - 1);
    System.arraycopy(typed, 1, encoded, X509_PREFIX.length, typed.length - 1);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }
}
