package gatehouse.incident.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.inbox.Receiver;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
class NoWayAroundTheServiceTest {
  private static final int DAYS = 2;
  private static final int ACTS = 90;

  @Inject @Any Instance<Receiver> receivers;

  @Test
  @Clause({"G-51", "G-55"})
  void noSequenceOfRequestsLiftsWithoutACompleteRecovery() {
    int lifts = 0;
    for (long seed = 1; seed <= DAYS; seed++) {
      lifts +=
          new RandomDay(new HttpDesk(new AdmissionSays(receivers)), seed, "day-" + seed + "-", 40)
              .play(ACTS);
    }

    assertThat(lifts).as("the days are not so unlucky that nothing is ever lifted").isPositive();
  }
}
