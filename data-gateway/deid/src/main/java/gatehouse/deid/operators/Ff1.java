package gatehouse.deid.operators;

import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.fpe.FPEEngine;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * FF1 (NIST SP 800-38G) over digits, or digits and small letters: a permutation of all texts of one
 * length. The cipher is Bouncy Castle's; it demands a domain of a million values and more, as
 * revision 1 of the standard does.
 */
final class Ff1 {
  /** So many decimal digits have a million values. */
  static final int FEWEST_DIGITS = 6;

  static final int DECIMAL = 10;

  private Ff1() {}

  static String encrypt(byte[] key, byte[] tweak, int radix, String plain) {
    return apply(true, key, tweak, radix, plain);
  }

  static String decrypt(byte[] key, byte[] tweak, int radix, String cipher) {
    return apply(false, key, tweak, radix, cipher);
  }

  private static String apply(
      boolean encrypts, byte[] key, byte[] tweak, int radix, String characters) {
    FPEEngine engine = new FPEFF1Engine(AESEngine.newInstance());
    engine.init(encrypts, new FPEParameters(new KeyParameter(key), radix, tweak));
    byte[] in = new byte[characters.length()];
    for (int i = 0; i < in.length; i++) {
      in[i] = (byte) Character.digit(characters.charAt(i), radix);
    }
    byte[] out = new byte[in.length];
    engine.processBlock(in, 0, in.length, out, 0);
    StringBuilder result = new StringBuilder(out.length);
    for (byte digit : out) {
      result.append(Character.forDigit(digit, radix));
    }
    return result.toString();
  }
}
