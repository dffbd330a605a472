package gatehouse.gateway.kept;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.lease.Fact;
import gatehouse.lease.Grant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:05:00Z");
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private long nanos;
  private final Kept<String, String> kept =
      new Kept<>(Clock.fixed(NOW, ZoneOffset.UTC), () -> nanos, LONGEST);

  @Test
  void givesWhatItKeeps() {
    keep("q", "s-1", null);

    assertThat(kept.find("q")).contains("yes");
    assertThat(kept.find("another")).isEmpty();
  }

  @Test
  @Clause("E-39")
  void aFactDropsWhatItTouchesAndNothingElse() {
    keep("one", "s-1", null);
    keep("two", "s-2", null);

    kept.apply(facts(new Fact(5, "SUBJECT", "s-1")));

    assertThat(kept.find("one")).isEmpty();
    assertThat(kept.find("two")).contains("yes");
  }

  @Test
  void whatNobodyUnderstandsDropsEverything() {
    keep("one", "s-1", null);

    kept.apply(facts(new Fact(5, "SOMETHING_NEW", "x")));

    assertThat(kept.find("one")).isEmpty();
  }

  @Test
  @Clause("E-39")
  void anAnswerThatAFactOvertookIsNotKept() {
    long mark = kept.mark();
    kept.apply(facts(new Fact(5, "SUBJECT", "s-1")));

    kept.keep("one", "yes", new Concern("app", null, "s-1", null), null, mark);

    assertThat(kept.find("one")).isEmpty();
  }

  @Test
  void aNewEpochDropsEverything() {
    keep("one", "s-1", null);

    kept.apply(new Grant(new UUID(2, 2), 1, Duration.ofSeconds(1), true, List.of()));

    assertThat(kept.find("one")).isEmpty();
  }

  @Test
  void whatEndsByItselfIsGoneThen() {
    keep("over", "s-1", NOW);
    keep("soon", "s-1", NOW.plusMillis(1));

    assertThat(kept.find("over")).isEmpty();
    assertThat(kept.find("soon")).contains("yes");
  }

  @Test
  void nothingIsKeptLongerThanTheLongestWhateverTheWallClockSays() {
    keep("one", "s-1", null);
    nanos += LONGEST.toNanos();

    assertThat(kept.find("one")).isEmpty();
  }

  private void keep(String question, String subject, @Nullable Instant until) {
    kept.keep(question, "yes", new Concern("app", null, subject, null), until, kept.mark());
  }

  private static Grant facts(Fact fact) {
    return new Grant(new UUID(1, 1), fact.version(), Duration.ofSeconds(1), false, List.of(fact));
  }
}
