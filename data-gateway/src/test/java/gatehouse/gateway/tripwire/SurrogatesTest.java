package gatehouse.gateway.tripwire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.deid.finding.Type;
import gatehouse.deid.operators.Keyring;
import gatehouse.deid.operators.Pseudonyms;
import gatehouse.gateway.tripwire.TripwireVerdict.Clean;
import gatehouse.gateway.tripwire.TripwireVerdict.Found;
import gatehouse.gateway.tripwire.TripwireVerdict.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tripwire, which shares no code with the engine, tells its surrogates from real values. */
@Clause("G-44")
class SurrogatesTest {
  private final Tripwire tripwire = new Tripwire(System::nanoTime);
  private final Pseudonyms pseudonyms =
      new Pseudonyms(Keyring.of("k", Map.of("k", SurrogatesTest::digest), "test"));

  /** Stands for a keyed function: only the form of what comes out is looked at. */
  private static byte[] digest(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private TripwireVerdict scan(String text) {
    return tripwire.scan(text.getBytes(UTF_8), List.of());
  }

  @Test
  void whatTheEngineInventsIsNotTakenForSomebodys() {
    for (int i = 0; i < 200; i++) {
      for (Type type : List.of(Type.PHONE, Type.NATIONAL_ID, Type.EMAIL)) {
        String surrogate = pseudonyms.surrogate(type, "value" + i);
        assertThat(scan("联系方式：" + surrogate + "，已核对")).as(surrogate).isInstanceOf(Clean.class);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "13812345678, PHONE",
    "110101199003078515, IDENTITY_CARD",
    "p12345678@example.com, EMAIL",
    "xp12345678@example.invalid, EMAIL",
    "999123199003078511, LONG_NUMBER",
    "12012345678901, LONG_NUMBER",
    "12112345678, LONG_NUMBER"
  })
  void realValuesAndNearOnesAreStillFound(String value, Kind kind) {
    assertThat(scan("见" + value))
        .isInstanceOfSatisfying(Found.class, f -> assertThat(f.counts()).containsKey(kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"91234567890", "98765432109"})
  void anEncryptedMobileNumberIsNoPhoneButStays(String value) {
    assertThat(scan("见" + value))
        .isInstanceOfSatisfying(
            Found.class, f -> assertThat(f.counts()).containsOnlyKeys(Kind.LONG_NUMBER));
  }
}
