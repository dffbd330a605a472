package gatehouse.deid.placeholders;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.finding.Type;
import gatehouse.deid.operators.ParsedDate;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurrogatesTest {
  private static final String CARD = "999123198001010019";
  private final Placeholders session = Placeholders.fresh(new SecureRandom());

  SurrogatesTest() {
    session.token(Type.NATIONAL_ID, "110101196803074215", "110101196803074215");
    session.surrogate(session.stands().get(0), CARD, "110101196803074215");
  }

  @Test
  void oneSplitAnywhereIsRestored() {
    String text = "{\"id\":\"" + CARD + "\",\"n\":1}";
    for (int cut = 0; cut <= text.length(); cut++) {
      StreamingRestore stream = session.streaming();
      String out = stream.push(text.substring(0, cut)) + stream.push(text.substring(cut));
      assertThat(out + stream.finish()).isEqualTo("{\"id\":\"110101196803074215\",\"n\":1}");
    }
  }

  @Test
  void itStandsForItsTokenOnTheWayOut() {
    String token = session.stands().get(0).token();

    assertThat(session.outward("身份证" + token + "。")).isEqualTo("身份证" + CARD + "。");
    assertThat(session.restore("身份证" + CARD + "。")).isEqualTo("身份证110101196803074215。");
    assertThat(session.restore(token)).isEqualTo("110101196803074215");
  }

  @Test
  void insideALongerNumberOrAnAddressItStays() {
    assertThat(session.restore("1" + CARD)).isEqualTo("1" + CARD);
    assertThat(session.restore(CARD + "7")).isEqualTo(CARD + "7");
    assertThat(session.restore("![x](https://evil.example/" + CARD + ")"))
        .doesNotContain("110101196803074215");
  }

  @Test
  void aLongWordIsNotHeldBack() {
    StreamingRestore stream = session.streaming();
    String word = "a".repeat(500);

    assertThat(stream.push(word) + stream.push(" b ")).isEqualTo(word + " b ");
  }

  /** The session's day is 2026-03-05: what lies so far behind 2900-01-01 lies so far behind it. */
  @ParameterizedTest
  @CsvSource({
    "2900-01-01, 2026-03-05",
    "2900-01-08, 2026-03-12",
    "2899-12-31, 2026-03-04",
    "2900/1/8, 2026/3/12",
    "2900年1月8日, 2026年3月12日",
    "2900-01-01T08:00:00Z, 2026-03-05T08:00:00Z",
    "2900-13-01, 2900-13-01",
    "12900-01-01, 12900-01-01",
    "2026-01-01, 2026-01-01",
  })
  void aFarDayIsADayAgainAndSoIsOneThatWasComputed(String said, String restored) {
    session.dateToken(java.util.Objects.requireNonNull(ParsedDate.of("2026年3月5日")), "2026年3月5日");
    Placeholders.Stand day = session.stands().get(session.stands().size() - 1);
    assertThat(day.farDay()).isEqualTo("2900-01-01");
    session.farDay(day);

    assertThat(session.outward("入院" + day.token())).isEqualTo("入院2900-01-01");
    assertThat(session.restore("于" + said + "复诊")).startsWith("于").contains(restored);
  }
}
