package gatehouse.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymFormTest {
  private static final String MAC = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKL01-_9";
  private static final Pattern FORM = Pattern.compile("[a-z0-9]{1,32}\\.[A-Za-z0-9_-]{43}");
  private static final String NEAR = "az09AZ-_.`{/:@[ \n\u0130é张";

  @ParameterizedTest
  @ValueSource(strings = {"k", "k1", "0", "abcdefghijklmnopqrstuvwxyz012345"})
  void keyIdHasUpToThirtyTwoSmallLettersAndDigits(String key) {
    assertThat(Pseudonym.isWellFormed(key + '.' + MAC)).isTrue();
    assertThat(new Pseudonym(key + '.' + MAC).toString()).isEqualTo(key + '.' + MAC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "K1", "k-1", "k.1", "abcdefghijklmnopqrstuvwxyz0123456", "张"})
  void everyOtherKeyIdIsRefused(String key) {
    assertThat(Pseudonym.isWellFormed(key + '.' + MAC)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new Pseudonym(key + '.' + MAC));
  }

  @Test
  void textsNearTheFormAreJudgedAsItsExpressionJudgesThem() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("k1." + MAC);
      for (int change = random.nextInt(3); change >= 0; change--) {
        int at = random.nextInt(text.length());
        String put = String.valueOf(NEAR.charAt(random.nextInt(NEAR.length())));
        switch (random.nextInt(3)) {
          case 0 -> text.insert(at, put);
          case 1 -> text.deleteCharAt(at);
          default -> text.replace(at, at + 1, put);
        }
      }
      assertThat(Pseudonym.isWellFormed(text.toString()))
          .as(text.toString())
          .isEqualTo(FORM.matcher(text).matches());
    }
  }
}
