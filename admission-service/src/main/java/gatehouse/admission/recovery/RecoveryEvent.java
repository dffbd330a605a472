package gatehouse.admission.recovery;

import gatehouse.admission.panel.Ballot;
import gatehouse.admission.panel.Round;
import gatehouse.admission.panel.Seat;

/** What happened to a recovery case. */
public sealed interface RecoveryEvent {

  /** A case was opened for a stop in force. */
  record RecoveryOpened() implements RecoveryEvent {}

  /** A person took a seat. */
  record SeatTaken(Seat seat) implements RecoveryEvent {}

  /** A person declared a conflict of interest. */
  record ConflictDeclared() implements RecoveryEvent {}

  /** The round was opened on a frozen matter. */
  record RoundOpened(Round round) implements RecoveryEvent {}

  /** A seat voted; its choice stays sealed until the round closes. */
  record BallotCast(Round round, Seat seat) implements RecoveryEvent {}

  /** A holder left or time ran out: nothing of the round counts. */
  record RoundVoided(Round round) implements RecoveryEvent {}

  /** All five approved. */
  record RestartApproved(Round round) implements RecoveryEvent {}

  /** One seat rejected. */
  record RestartVetoed(Round round, Ballot veto) implements RecoveryEvent {}

  /** The case was taken back. */
  record RecoveryWithdrawn() implements RecoveryEvent {}
}
