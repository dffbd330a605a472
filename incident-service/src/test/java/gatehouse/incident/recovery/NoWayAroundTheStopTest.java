package gatehouse.incident.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import org.junit.jupiter.api.Test;

class NoWayAroundTheStopTest {
  private static final int DAYS = 400;
  private static final int ACTS = 150;

  @Test
  @Clause({"G-51", "G-55"})
  void noSequenceLiftsWithoutACompleteRecovery() {
    int lifts = 0;
    for (long seed = 0; seed < DAYS; seed++) {
      lifts += new RandomDay(new MemoryDesk(), seed, "place-", 12).play(ACTS);
    }

    assertThat(lifts).as("the days are not so unlucky that nothing is ever lifted").isPositive();
  }
}
