package gatehouse.deid.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

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

  @Test
  void withoutAnyContext() throws IOException {
    Scores scores = Main.engine(notes(), false);
    assertThat(scores.whole(true).value()).as(scores.table()).isGreaterThanOrEqualTo(0.97);
    assertThat(scores.precision().value()).as(scores.table()).isGreaterThanOrEqualTo(0.95);
    assertThat(scores.decoysKept().value()).as(scores.table()).isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void theEngineIsFarAboveRegularExpressions() throws IOException {
    Scores regex = new Scores();
    notes().forEach(note -> regex.add(note, RegexBaseline.cover(note.text())));
    assertThat(Main.engine(notes(), false).whole(true).value())
        .isGreaterThan(regex.whole(true).value() + 0.3);
  }

  @Test
  void wilsonIntervalsHoldTheShare() {
    Share share = new Share(98, 100);
    assertThat(share.low()).isBetween(0.92, 0.94);
    assertThat(share.high()).isBetween(0.99, 0.996);
  }
}
