package gatehouse.incident.failover;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.incident.MemoryHospital;
import gatehouse.incident.duty.Act;
import gatehouse.incident.failover.FailoverResult.Done;
import gatehouse.incident.stop.StopScope;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FailoverTest {
  private final MemoryHospital hospital = new MemoryHospital();
  private final Act nurse = hospital.act("zhou", "NURSE");
  private final FailoverRun.Id run =
      hospital.stop(hospital.act("zheng", "DUTY_MANAGER"), StopScope.Kind.ALL, "*").failover();

  @Test
  @Clause("G-54")
  void openEncounterKeepsTheRunOpen() {
    hospital.lookAfter.register(run, "E-1", nurse);
    hospital.lookAfter.register(run, "E-2", nurse);
    hospital.lookAfter.handle(
        run, firstEncounter(), Encounter.EncounterOutcome.HANDLED_MANUALLY, nurse);

    assertThat(hospital.lookAfter.allHandled(run, nurse))
        .isEqualTo(new FailoverResult.EncountersOpen(1));
    assertThat(hospital.lookAfter.close(run, nurse))
        .isEqualTo(new FailoverResult.WrongState(FailoverState.FailoverStateName.MANUAL));
  }

  @Test
  @Clause("G-54")
  void runClosesWhenEveryEncounterWasHandledByAPerson() {
    hospital.lookAfter.register(run, "E-1", nurse);
    UUID encounter = firstEncounter();
    hospital.lookAfter.handle(run, encounter, Encounter.EncounterOutcome.AI_NOT_NEEDED, nurse);
    hospital.lookAfter.handle(run, encounter, Encounter.EncounterOutcome.HANDLED_BY_BACKUP, nurse);
    hospital.lookAfter.allHandled(run, nurse);

    assertThat(hospital.lookAfter.close(run, nurse)).isInstanceOf(Done.class);
    FailoverRun closed = hospital.runs.find(run).orElseThrow();
    assertThat(closed.encounters())
        .singleElement()
        .satisfies(e ->
            assertThat(e.handling())
                .isEqualTo(
                    new Encounter.Handling(
                        Encounter.EncounterOutcome.AI_NOT_NEEDED, nurse.signature())));
    assertThat(hospital.runs.open()).isEmpty();
  }

  @Test
  void listIsClosedOnceItIsComplete() {
    hospital.lookAfter.allHandled(run, nurse);

    assertThat(hospital.lookAfter.register(run, "E-9", nurse))
        .isEqualTo(
            new FailoverResult.WrongState(FailoverState.FailoverStateName.ENCOUNTERS_HANDLED));
  }

  @Test
  void whatDoesNotExistIsUnknown() {
    FailoverRun.Id other = new FailoverRun.Id(new UUID(9, 9));

    assertThat(hospital.lookAfter.close(other, nurse)).isEqualTo(new FailoverResult.UnknownRun());
    assertThat(hospital.switchOver.toManual(other, nurse))
        .isEqualTo(new FailoverResult.UnknownRun());
    assertThat(
            hospital.lookAfter.handle(
                run, new UUID(9, 9), Encounter.EncounterOutcome.HANDLED_MANUALLY, nurse))
        .isEqualTo(new FailoverResult.UnknownEncounter());
  }

  private UUID firstEncounter() {
    return hospital.runs.find(run).orElseThrow().encounters().getFirst().id();
  }
}
