package gatehouse.gateway.tripwire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names whose characters stand apart. */
@Clause("G-44")
class SplitNameTest {
  private final Tripwire tripwire = new Tripwire(System::nanoTime);

  @ParameterizedTest
  @ValueSource(strings = {"张，伟，民", "张😀伟😀😀😀民", "张，然后伟，再是民", "张先生说：伟\n民", "姓张。叫伟。后面是民。"})
  void charactersApartAreAName(String text) {
    assertThat(scan(text, "张伟民")).isInstanceOf(TripwireVerdict.Found.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"张，伟大的人们都很好，民", "张贴的告示写得很清楚，伟，民", "伟，民，张", "张，伟"})
  void farApartTheyAreWords(String text) {
    assertThat(scan(text, "张伟民")).isInstanceOf(TripwireVerdict.Clean.class);
  }

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void aNameOfOneCharacterOverAndOverEndsWithTheTime() {
    assertThat(scan("好，".repeat(60), "好".repeat(12) + "王李赵钱孙"))
        .isInstanceOf(TripwireVerdict.Clean.class);
  }

  private TripwireVerdict scan(String text, String name) {
    return tripwire.scan(text.getBytes(UTF_8), List.of(name));
  }
}
