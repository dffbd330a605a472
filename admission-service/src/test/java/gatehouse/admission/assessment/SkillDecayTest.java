package gatehouse.admission.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

@Clause("G-60")
class SkillDecayTest {
  private static final Instant FIRST = Instant.parse("2026-01-10T01:00:00Z");
  private static final int LIMIT = 10;

  @Test
  void lastResultIsHeldAgainstTheBestEarlierOne() {
    AssessmentResult best = taken("lu", 100, 90, true);
    AssessmentResult last = taken("lu", 300, 79, true);

    SkillDecay decay = SkillDecay.of(List.of(last, taken("lu", 0, 70, true), best), LIMIT);

    assertThat(decay.examined()).isEqualTo(1);
    assertThat(decay.repeated()).isEqualTo(1);
    assertThat(decay.declines()).containsExactly(new SkillDecay.Decline(best, last));
    assertThat(decay.declines().getFirst().points()).isEqualTo(11);
  }

  @Test
  void lessThanTheLimitIsNoDecline() {
    SkillDecay decay =
        SkillDecay.of(List.of(taken("lu", 0, 80, true), taken("lu", 1, 71, true)), LIMIT);

    assertThat(decay.declines()).isEmpty();
    assertThat(decay.repeated()).isEqualTo(1);
  }

  @Test
  void whatIsNoLongerPassedCountsWhateverThePoints() {
    SkillDecay decay =
        SkillDecay.of(List.of(taken("lu", 0, 60, true), taken("lu", 1, 59, false)), LIMIT);

    assertThat(decay.declines()).hasSize(1);
  }

  @Test
  void oneResultOrABetterOneSaysNothing() {
    SkillDecay decay =
        SkillDecay.of(
            List.of(
                taken("once", 0, 10, false),
                taken("better", 0, 60, false),
                taken("better", 1, 95, true)),
            LIMIT);

    assertThat(decay.examined()).isEqualTo(2);
    assertThat(decay.repeated()).isEqualTo(1);
    assertThat(decay.declines()).isEmpty();
  }

  @Test
  void theDeepestFallComesFirst() {
    SkillDecay decay =
        SkillDecay.of(
            List.of(
                taken("a", 0, 80, true),
                taken("a", 1, 65, true),
                taken("b", 0, 95, true),
                taken("b", 1, 40, false)),
            LIMIT);

    assertThat(decay.declines()).extracting(one -> one.last().user()).containsExactly("b", "a");
  }

  private static AssessmentResult taken(String user, int day, int points, boolean passed) {
    return new AssessmentResult(
        user, "CHEST_FILM_READING", FIRST.plus(day, ChronoUnit.DAYS), points, passed);
  }
}
