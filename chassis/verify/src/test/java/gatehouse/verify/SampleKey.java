package gatehouse.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Signs checkpoints in the tests, as a service would. */
record SampleKey(String name, KeyPair pair) {

  static SampleKey generate(String name) {
    try {
      return new SampleKey(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String verifierKey() {
    return name
        + '+'
        + HexFormat.of().formatHex(id())
        + '+'
        + Base64.getEncoder().encodeToString(typed());
  }

  String checkpoint(long size, byte[] root) {
    String text = name + '\n' + size + '\n' + Base64.getEncoder().encodeToString(root) + '\n';
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(UTF_8));
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      line.writeBytes(id());
      line.writeBytes(signature.sign());
      String encoded = Base64.getEncoder().encodeToString(line.toByteArray());
      return text + "\n\u2014 " + name + ' ' + encoded + '\n';
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] id() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update((name + '\n').getBytes(UTF_8));
      return Arrays.copyOf(sha256.digest(typed()), 4);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] typed() {
    byte[] x509 = pair.getPublic().getEncoded();
    byte[] typed = Arrays.copyOfRange(x509, x509.length - 33, x509.length);
    typed[0] = 1;
    return typed;
  }
}
