package gatehouse.lease.owner;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.lease.owner.RandomLog.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is delayed, lost, overtaken, stopped or started anew: the three promises hold. */
class InterleavingsTest {

  @ParameterizedTest
  @EnumSource(Kind.class)
  @Clause("G-51")
  void noHolderActsBehindWhatIsEnforcedNorLongerThanALeaseLivesNorOnWhatHasEnded(Kind kind) {
    int acts = 0;
    int confirmations = 0;
    int deltas = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      RandomWorld world = new RandomWorld(seed, new RandomLog(kind));

      world.run(600);

      assertThat(world.wrongs).as("seed %d", seed).isEmpty();
      acts += world.acts;
      confirmations += world.confirmations;
      deltas += world.deltas;
    }
    // The worlds are worth something only if much happens in them.
    assertThat(acts).isGreaterThan(50_000);
    assertThat(confirmations).isGreaterThan(5_000);
    switch (kind) {
      case ENDING -> assertThat(deltas).isGreaterThan(5_000);
      case WHOLE -> assertThat(deltas).isZero();
    }
  }
}
