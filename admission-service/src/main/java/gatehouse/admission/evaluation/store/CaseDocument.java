package gatehouse.admission.evaluation.store;

import gatehouse.admission.evaluation.AdmissionCase;
import gatehouse.admission.evaluation.Bundle;
import gatehouse.admission.evaluation.CaseId;
import gatehouse.admission.evaluation.CaseState;
import gatehouse.admission.evaluation.Proposal;
import gatehouse.admission.evaluation.Subject;
import gatehouse.admission.panel.Ballot;
import gatehouse.admission.panel.Panel;
import gatehouse.admission.panel.Round;
import org.jspecify.annotations.Nullable;

/** A case as it lies in its row: the sealed state flattened to its name and parts. */
record CaseDocument(
    String state,
    Subject subject,
    Bundle bundle,
    Panel panel,
    @Nullable Round round,
    @Nullable Proposal proposal,
    @Nullable Ballot veto) {

  static CaseDocument of(AdmissionCase admissionCase) {
    CaseState state = admissionCase.state();
    Proposal proposal =
        switch (state) {
          case CaseState.Voting voting -> voting.proposal();
          case CaseState.Admitted admitted -> admitted.proposal();
          case CaseState.Tiered _,
              CaseState.Collecting _,
              CaseState.Ready _,
              CaseState.PilotVoting _,
              CaseState.PilotAuthorised _,
              CaseState.Piloting _,
              CaseState.PilotPassed _,
              CaseState.Vetoed _,
              CaseState.PilotFailed _,
              CaseState.Withdrawn _ ->
              null;
        };
    return new CaseDocument(
        state.getClass().getSimpleName(),
        admissionCase.subject(),
        admissionCase.bundle(),
        admissionCase.panel(),
        admissionCase.rounds().current().orElse(null),
        proposal,
        state instanceof CaseState.Vetoed vetoed ? vetoed.veto() : null);
  }

  AdmissionCase toCase(CaseId id, long revision) {
    return new AdmissionCase(id, subject, toState(), bundle, panel, revision);
  }

  private CaseState toState() {
    return switch (state) {
      case "Tiered" -> new CaseState.Tiered();
      case "Collecting" -> new CaseState.Collecting();
      case "Ready" -> new CaseState.Ready();
      case "PilotVoting" -> new CaseState.PilotVoting(present(round));
      case "PilotAuthorised" -> new CaseState.PilotAuthorised();
      case "Piloting" -> new CaseState.Piloting();
      case "PilotPassed" -> new CaseState.PilotPassed();
      case "Voting" -> new CaseState.Voting(present(round), present(proposal));
      case "Admitted" -> new CaseState.Admitted(present(proposal));
      case "Vetoed" -> new CaseState.Vetoed(present(veto));
      case "PilotFailed" -> new CaseState.PilotFailed();
      case "Withdrawn" -> new CaseState.Withdrawn();
      default -> throw new IllegalStateException("A case row in an unknown state");
    };
  }

  private static <T> T present(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("A case row without a part of its state");
    }
    return part;
  }
}
