package gatehouse.admission.evaluation;

import gatehouse.admission.evaluation.CaseState.Admitted;
import gatehouse.admission.evaluation.CaseState.Collecting;
import gatehouse.admission.evaluation.CaseState.PilotAuthorised;
import gatehouse.admission.evaluation.CaseState.PilotFailed;
import gatehouse.admission.evaluation.CaseState.PilotPassed;
import gatehouse.admission.evaluation.CaseState.PilotVoting;
import gatehouse.admission.evaluation.CaseState.Piloting;
import gatehouse.admission.evaluation.CaseState.Ready;
import gatehouse.admission.evaluation.CaseState.Tiered;
import gatehouse.admission.evaluation.CaseState.Vetoed;
import gatehouse.admission.evaluation.CaseState.Voting;
import gatehouse.admission.evaluation.CaseState.Withdrawn;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All transitions of an admission case between different states, each with the event that tells of
 * it. A test walks cases at random and finds no other; the README shows this table as a diagram.
 */
public record CaseTransition(
    Class<? extends CaseState> from,
    String trigger,
    Class<? extends CaseState> to,
    Class<? extends CaseEvent> event) {

  public static final List<CaseTransition> ALL =
      List.of(
          on(
              Tiered.class,
              "certificate valid",
              Collecting.class,
              CaseEvent.CertificateChecked.class),
          on(Collecting.class, "bundle complete", Ready.class, CaseEvent.EvidenceCompleted.class),
          on(
              Collecting.class,
              "complete again after the pilot",
              PilotPassed.class,
              CaseEvent.EvidenceCompleted.class),
          on(Ready.class, "bundle changed", Collecting.class, CaseEvent.EvidenceFiled.class),
          on(Ready.class, "round PILOT_ENTRY", PilotVoting.class, CaseEvent.RoundOpened.class),
          on(Ready.class, "simulated pilot", Piloting.class, CaseEvent.PilotStarted.class),
          on(PilotVoting.class, "REJECT", Vetoed.class, CaseEvent.EvaluationVetoed.class),
          on(
              PilotVoting.class,
              "fifth APPROVE",
              PilotAuthorised.class,
              CaseEvent.RoundPassed.class),
          on(
              PilotVoting.class,
              "bundle changed, conflict, deadline",
              Collecting.class,
              CaseEvent.RoundVoided.class),
          on(
              PilotAuthorised.class,
              "bundle changed",
              Collecting.class,
              CaseEvent.EvidenceFiled.class),
          on(PilotAuthorised.class, "pilot", Piloting.class, CaseEvent.PilotStarted.class),
          on(Piloting.class, "endpoints kept", PilotPassed.class, CaseEvent.PilotFinished.class),
          on(
              Piloting.class,
              "endpoint missed, stop rule",
              PilotFailed.class,
              CaseEvent.PilotFinished.class),
          on(PilotPassed.class, "bundle changed", Collecting.class, CaseEvent.EvidenceFiled.class),
          on(PilotPassed.class, "round ADMISSION", Voting.class, CaseEvent.RoundOpened.class),
          on(Voting.class, "REJECT", Vetoed.class, CaseEvent.EvaluationVetoed.class),
          on(Voting.class, "fifth APPROVE", Admitted.class, CaseEvent.AdmissionGranted.class),
          on(
              Voting.class,
              "bundle changed, conflict, deadline",
              Collecting.class,
              CaseEvent.RoundVoided.class),
          withdrawn(Tiered.class),
          withdrawn(Collecting.class),
          withdrawn(Ready.class),
          withdrawn(PilotVoting.class),
          withdrawn(PilotAuthorised.class),
          withdrawn(Piloting.class),
          withdrawn(PilotPassed.class),
          withdrawn(Voting.class));

  /** The table as a Mermaid state diagram. */
  public static String diagram() {
    return ALL.stream().map(CaseTransition::line).collect(Collectors.joining("\n"));
  }

  private String line() {
    return "  %s --> %s: %s / %s"
        .formatted(from.getSimpleName(), to.getSimpleName(), trigger, event.getSimpleName());
  }

  private static CaseTransition on(
      Class<? extends CaseState> from,
      String trigger,
      Class<? extends CaseState> to,
      Class<? extends CaseEvent> event) {
    return new CaseTransition(from, trigger, to, event);
  }

  private static CaseTransition withdrawn(Class<? extends CaseState> from) {
    return on(from, "taken back", Withdrawn.class, CaseEvent.CaseWithdrawn.class);
  }
}
