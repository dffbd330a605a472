package gatehouse.admission.evaluation;

import gatehouse.admission.certificate.Certificate;
import gatehouse.admission.evidence.Dimension;
import gatehouse.admission.evidence.Evidence;
import gatehouse.admission.evidence.EvidenceKind;
import gatehouse.admission.evidence.Protocol;
import gatehouse.admission.panel.Ballot;
import gatehouse.admission.panel.Round;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.pilot.Pilot;

/** What happened to an admission case. */
public sealed interface CaseEvent {

  /** A case was opened for a tiered application. */
  record CaseOpened() implements CaseEvent {}

  /** Medical engineering checked the registration certificate. */
  record CertificateChecked(Certificate certificate) implements CaseEvent {}

  /** Acceptance thresholds were fixed. */
  record ThresholdsFixed(EvidenceKind kind, Protocol protocol) implements CaseEvent {}

  /** A piece of evidence was filed. */
  record EvidenceFiled(Evidence evidence) implements CaseEvent {}

  /** A dimension was scored. */
  record DimensionScored(Dimension dimension, int points) implements CaseEvent {}

  /** The ethics seat answered a breached fairness threshold. */
  record FairnessAnswered() implements CaseEvent {}

  /** The bundle was found complete. */
  record EvidenceCompleted(String bundleHash) implements CaseEvent {}

  /** A person took a seat. */
  record SeatTaken(Seat seat) implements CaseEvent {}

  /** A person declared a conflict of interest. */
  record ConflictDeclared() implements CaseEvent {}

  /** A round was opened on a frozen bundle. */
  record RoundOpened(Round round) implements CaseEvent {}

  /** A seat voted; its choice stays sealed until the round closes. */
  record BallotCast(Round round, Seat seat) implements CaseEvent {}

  /** All five approved one hash. */
  record RoundPassed(Round round) implements CaseEvent {}

  /** What was voted on changed, or time ran out: nothing of the round counts. */
  record RoundVoided(Round round) implements CaseEvent {}

  /** One seat rejected: the case is over. */
  record EvaluationVetoed(Round round, Ballot veto) implements CaseEvent {}

  /** A pilot was started on a plan that is fixed. */
  record PilotStarted(Pilot pilot) implements CaseEvent {}

  /** One case of the pilot was run. */
  record PilotCaseRecorded(Pilot pilot) implements CaseEvent {}

  /** The pilot ended, passed or failed. */
  record PilotFinished(Pilot pilot) implements CaseEvent {}

  /** The panel admitted the application. */
  record AdmissionGranted(Proposal proposal) implements CaseEvent {}

  /** The tier under which the case runs was changed by rule U. */
  record CaseRetiered() implements CaseEvent {}

  /** The case was taken back. */
  record CaseWithdrawn() implements CaseEvent {}
}
