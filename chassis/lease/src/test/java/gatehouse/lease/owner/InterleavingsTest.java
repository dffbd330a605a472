package gatehouse.lease.owner;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import org.junit.jupiter.api.Test;

/** Whatever is delayed, lost, overtaken, stopped or started anew: the two promises hold. */
class InterleavingsTest {

  @Test
  @Clause("G-51")
  void noHolderActsBehindWhatIsEnforcedNorLongerThanALeaseLives() {
    int acts = 0;
    int confirmations = 0;
    for (long seed = 0; seed < 2_000; seed++) {
      RandomWorld world = new RandomWorld(seed);

      world.run(600);

      assertThat(world.wrongs).as("seed %d", seed).isEmpty();
      acts += world.acts;
      confirmations += world.confirmations;
    }
    // The worlds are worth something only if much happens in them.
    assertThat(acts).isGreaterThan(100_000);
    assertThat(confirmations).isGreaterThan(10_000);
  }
}
