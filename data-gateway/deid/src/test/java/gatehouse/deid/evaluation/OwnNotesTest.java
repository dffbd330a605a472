package gatehouse.deid.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.deid.Deidentifier;
import gatehouse.deid.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate: below these levels the build fails. */
class OwnNotesTest {
  private static List<Gold> notes() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(OwnNotesTest.class.getResourceAsStream("own-notes.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Gold::marked)
          .toList();
    }
  }

  private static final Deidentifier ENGINE = Deidentifier.of(Policy.named("public"));

  @Test
  void theLevelsAreHeldWithoutAnyContext() throws IOException {
    Scores scores = Finders.engine(ENGINE, notes(), false);
    assertThat(Gate.faults(scores)).as(scores.table()).isEmpty();
  }

  /** A gate that nothing can fall through is no gate. */
  @ParameterizedTest
  @CsvSource({"PERSON, 8", "PHONE, 3", "DATE, 3", "NATIONAL_ID, 1", "RECORD_NUMBER, 2"})
  void theGateFallsWhenSomeFindingsAreLost(String type, int every) throws IOException {
    int[] seen = new int[1];
    Scores scores =
        Finders.score(
            new Scores(),
            notes(),
            note ->
                Finders.found(ENGINE, note, Finders.nobody()).stream()
                    .filter(span -> !span.type().equals(type) || ++seen[0] % every != 0)
                    .toList());
    assertThat(Gate.faults(scores)).isNotEmpty();
  }

  @Test
  void theGateFallsWhenClinicalTextIsMasked() throws IOException {
    Scores scores =
        Finders.score(
            new Scores(), notes(), note -> List.of(new Span("PERSON", 0, note.text().length())));
    assertThat(Gate.faults(scores)).isNotEmpty();
  }

  @Test
  void theEngineIsFarAboveRegularExpressions() throws IOException {
    Scores regex = Finders.rival(new RegexRival(), notes());
    assertThat(Finders.engine(ENGINE, notes(), false).whole(Gold.TIER_ONE::contains).value())
        .isGreaterThan(regex.whole(Gold.TIER_ONE::contains).value() + 0.3);
  }

  @Test
  void wilsonIntervalsHoldTheShare() {
    Share share = new Share(98, 100);
    assertThat(share.low()).isBetween(0.92, 0.94);
    assertThat(share.high()).isBetween(0.99, 0.996);
  }
}
