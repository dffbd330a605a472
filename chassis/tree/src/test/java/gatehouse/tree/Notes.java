package gatehouse.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Checks a signed note by the specification's text, without the code that wrote it. */
final class Notes {

  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private Notes() {}

  static boolean verifies(String note, String verifierKey) throws Exception {
    String[] parts = verifierKey.split("\\+", 3);
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    int blank = note.indexOf("\n\n");
    String text = note.substring(0, blank + 1);
    String line = note.substring(blank + 2).strip();
    byte[] signed = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
    if (!line.startsWith("\u2014 " + parts[0] + " ")
        || !HexFormat.of().formatHex(Arrays.copyOf(signed, 4)).equals(parts[1])
        || !parts[1].equals(keyId(parts[0], typed))) {
      return false;
    }
    ByteArrayOutputStream x509 = new ByteArrayOutputStream();
    x509.writeBytes(X509_PREFIX);
    x509.write(typed, 1, 32);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(x509.toByteArray())));
    signature.update(text.getBytes(UTF_8));
    return signature.verify(Arrays.copyOfRange(signed, 4, signed.length));
  }

  private static String keyId(String name, byte[] typed) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update((name + "\n").getBytes(UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(sha256.digest(typed), 4));
  }
}
