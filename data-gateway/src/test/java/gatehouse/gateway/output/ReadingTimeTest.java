package gatehouse.gateway.output;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 25 characters a second, and never less than two seconds. */
@Clause("G-30")
class ReadingTimeTest {
  private static final Instant REGISTERED = Instant.parse("2026-03-02T01:00:00Z");
  private static final String ME = "dev.me";

  private @Nullable Instant shown;
  private @Nullable Instant judgedBefore;

  @Test
  void twoHundredCharactersTakeEightSeconds() {
    assertThat(decided(200, 7_999).hasty()).isTrue();
    assertThat(decided(200, 8_000).hasty()).isFalse();
  }

  @Test
  void evenOneWordTakesTwoSeconds() {
    assertThat(decided(1, 1_999).hasty()).isTrue();
    assertThat(decided(1, 2_000).hasty()).isFalse();
  }

  @Test
  void readingBeginsWhenTheTextIsShown() {
    shown = REGISTERED.plusSeconds(60);

    assertThat(decided(200, 61_000).reading()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void nobodyReadsTwoTextsAtOnce() {
    shown = REGISTERED;
    judgedBefore = REGISTERED.plusSeconds(599);

    assertThat(decided(200, 600_000).hasty()).isTrue();
  }

  @Test
  void aClockThatWentBackIsNoTimeToRead() {
    assertThat(decided(200, -1_000).reading()).isZero();
  }

  private Judgement decided(long characters, long millisLater) {
    Output output =
        new Output(
            new UUID(1, 2),
            1,
            new Output.Origin(new UUID(1, 1), "a", null, null, null, null, null, "in-house"),
            new Output.About(null, null, null),
            new Output.Produced("sha256:0", "sha256:1", characters, true, true),
            "sha256:1",
            new OutputState.Pending(),
            REGISTERED,
            null);
    Clock clock = Clock.fixed(REGISTERED.plusMillis(millisLater), ZoneOffset.UTC);
    return new JudgeOutput.ReadingTime(new Ledger(), clock, 25, Duration.ofSeconds(2))
        .judged(output, ME, false);
  }

  /** Knows when something was shown and decided, and nothing else. */
  private final class Ledger implements OutputLedger {
    @Override
    public void add(Output output) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Output> find(UUID id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Output> lock(UUID id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void save(Output output) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Output> find(Query query) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void wasHasty(Haste haste) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Pace> paces(Instant since, Instant until, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> lastJudgement(String physicianRef) {
      return Optional.ofNullable(judgedBefore);
    }

    @Override
    public void shown(UUID id, String physicianRef, Instant at) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> firstShown(UUID id, String physicianRef) {
      return Optional.ofNullable(shown);
    }
  }
}
