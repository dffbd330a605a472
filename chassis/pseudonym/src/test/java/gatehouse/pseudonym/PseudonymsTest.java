package gatehouse.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
  private static final String KEY = base64("0123456789abcdef0123456789abcdef");
  private final Pseudonyms pseudonyms = Pseudonyms.withKey("k1", KEY);

  @Test
  void samePersonHasTheSameReference() {
    assertThat(pseudonyms.of("HIS", "00123456")).isEqualTo(pseudonyms.of("HIS", " 00123456 "));
  }

  @Test
  void issuerIsReadWithoutCaseAndBlanks() {
    assertThat(pseudonyms.of(" his ", "00123456")).isEqualTo(pseudonyms.of("HIS", "00123456"));
    assertThat(pseudonyms.of("His", "00123456")).isEqualTo(pseudonyms.of("HIS", "00123456"));
  }

  @Test
  void idKeepsItsCase() {
    assertThat(pseudonyms.of("HIS", "a1")).isNotEqualTo(pseudonyms.of("HIS", "A1"));
  }

  @Test
  void valueIsTheHmacOfIssuerAndId() {
    // Computed independently: printf 'HIS|00123456' | openssl dgst -sha256 -hmac "$KEY"
    byte[] expected =
        HexFormat.of().parseHex("4bf88d40b86d96bb8e63f629f93b69f6f52b029309892038c0b489c5cd398896");
    assertThat(pseudonyms.of("HIS", "00123456").value())
        .isEqualTo("k1." + Base64.getUrlEncoder().withoutPadding().encodeToString(expected));
  }

  @Test
  void anotherIssuerIdOrKeyGivesAnotherReference() {
    Pseudonym reference = pseudonyms.of("HIS", "00123456");
    assertThat(pseudonyms.of("EMR", "00123456")).isNotEqualTo(reference);
    assertThat(pseudonyms.of("HIS", "00123457")).isNotEqualTo(reference);
    assertThat(
            Pseudonyms.withKey("k1", base64("another-key-another-key-another-k"))
                .of("HIS", "00123456"))
        .isNotEqualTo(reference);
  }

  @Test
  void issuerCannotSmuggleASeparator() {
    assertThatIllegalArgumentException().isThrownBy(() -> pseudonyms.of("HIS|0", "0123456"));
  }

  @Test
  void shortKeysAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pseudonyms.withKey("k1", base64("short")));
  }

  @Test
  void refusalDoesNotRepeatTheText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pseudonym("110101199003070038"))
        .withMessageNotContaining("110101199003070038");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
