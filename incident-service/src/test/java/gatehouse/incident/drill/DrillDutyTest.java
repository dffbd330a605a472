package gatehouse.incident.drill;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.incident.drill.Drill.Outcome;
import gatehouse.incident.duty.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrillDutyTest {
  private static final Instant START = Instant.parse("2026-11-01T02:00:00Z");
  private static final Duration ALLOWED = Duration.ofSeconds(10);

  @Test
  @Clause("G-51")
  void onlyADrillThatEveryGatewayHadInTimeHasPassed() {
    assertThat(ended(enforced(3, 2)).outcome(ALLOWED)).isEqualTo(Outcome.PASSED);
    assertThat(ended(enforced(11, 2)).outcome(ALLOWED)).isEqualTo(Outcome.SLOW);
    assertThat(ended(enforced(1, 0)).outcome(ALLOWED)).isEqualTo(Outcome.NO_GATEWAY);
    assertThat(ended(null).outcome(ALLOWED)).isEqualTo(Outcome.NOT_ENFORCED);
    assertThat(new Drill(UUID.randomUUID(), 1, by(START), null).outcome(ALLOWED))
        .isEqualTo(Outcome.RUNNING);
  }

  @Test
  @Clause("G-51")
  void theDutyIsOverdueAMonthBehindTheLastThatPassed() {
    Drill passed = ended(enforced(3, 2));

    assertThat(duty(START.plus(Duration.ofDays(30)), passed).overdue()).isFalse();
    assertThat(duty(START.plus(Duration.ofDays(32)), passed).overdue()).isTrue();
    assertThat(duty(START.plus(Duration.ofDays(1)), ended(null)).overdue()).isTrue();
    assertThat(duty(START).overdue()).as("never drilled").isTrue();
  }

  private static DrillDuty.Standing duty(Instant now, Drill... drills) {
    DrillSettings settings = new DrillSettings(Duration.ofDays(31), ALLOWED);
    return new DrillDuty(new Kept(List.of(drills)), settings, Clock.fixed(now, ZoneOffset.UTC))
        .standing();
  }

  private static Drill.Enforced enforced(long seconds, int gateways) {
    return new Drill.Enforced(START.plusSeconds(seconds), gateways);
  }

  private static Drill ended(Drill.@Nullable Enforced enforced) {
    return new Drill(
        UUID.randomUUID(), 1, by(START), new Drill.End(by(START.plusSeconds(60)), 2, enforced));
  }

  private static Signature by(Instant at) {
    return new Signature("somebody", at);
  }

  private record Kept(List<Drill> all) implements Drills {
    @Override
    public void add(Drill drill) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void end(Drill drill) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Drill> lock(UUID id) {
      return Optional.empty();
    }

    @Override
    public Optional<Drill> find(UUID id) {
      return Optional.empty();
    }

    @Override
    public List<Drill> latest(int limit) {
      return all;
    }

    @Override
    public Optional<Drill.Enforced> enforced(long epoch) {
      return Optional.empty();
    }
  }
}
