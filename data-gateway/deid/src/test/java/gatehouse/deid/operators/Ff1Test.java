package gatehouse.deid.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NIST's samples for FF1 (Cryptographic Standards and Guidelines, FF1samples, 1 to 9). */
class Ff1Test {
  private static final String AES_128 = "2B7E151628AED2A6ABF7158809CF4F3C";
  private static final String AES_192 = AES_128 + "EF4359D8D580AA4F";
  private static final String AES_256 = AES_192 + "7F036D6F04FC6A94";

  @ParameterizedTest
  @CsvSource({
    "128, 10, '', 0123456789, 2433477484",
    "128, 10, 39383736353433323130, 0123456789, 6124200773",
    "128, 36, 3737373770717273373737, 0123456789abcdefghi, a9tv40mll9kdu509eum",
    "192, 10, '', 0123456789, 2830668132",
    "192, 10, 39383736353433323130, 0123456789, 2496655549",
    "192, 36, 3737373770717273373737, 0123456789abcdefghi, xbj3kv35jrawxv32ysr",
    "256, 10, '', 0123456789, 6657667009",
    "256, 10, 39383736353433323130, 0123456789, 1001623463",
    "256, 36, 3737373770717273373737, 0123456789abcdefghi, xs8a0azh2avyalyzuwd"
  })
  void givesWhatTheStandardGives(int bits, int radix, String tweak, String plain, String cipher) {
    String hex = bits == 128 ? AES_128 : bits == 192 ? AES_192 : AES_256;
    byte[] key = HexFormat.of().parseHex(hex);
    byte[] bytes = HexFormat.of().parseHex(tweak);
    assertThat(Ff1.encrypt(key, bytes, radix, plain)).isEqualTo(cipher);
    assertThat(Ff1.decrypt(key, bytes, radix, cipher)).isEqualTo(plain);
  }

  @Test
  void aDomainBelowAMillionIsRefused() {
    byte[] key = HexFormat.of().parseHex(AES_128);
    assertThatThrownBy(() -> Ff1.encrypt(key, new byte[0], 10, "12345"))
        .isInstanceOf(RuntimeException.class);
    assertThat(Ff1.encrypt(key, new byte[0], 10, "123456")).hasSize(Ff1.FEWEST_DIGITS);
  }
}
