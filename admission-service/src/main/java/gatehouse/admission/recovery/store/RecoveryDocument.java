package gatehouse.admission.recovery.store;

import gatehouse.admission.panel.Ballot;
import gatehouse.admission.panel.Panel;
import gatehouse.admission.panel.Round;
import gatehouse.admission.recovery.Matter;
import gatehouse.admission.recovery.RecoveryCase;
import gatehouse.admission.recovery.RecoveryId;
import gatehouse.admission.recovery.RecoveryState;
import org.jspecify.annotations.Nullable;

/** A recovery case as it lies in its row: the sealed state flattened to its name and parts. */
record RecoveryDocument(
    RecoveryState.Standing state,
    Matter matter,
    String openedBy,
    Panel panel,
    @Nullable Round round,
    @Nullable Ballot veto) {

  static RecoveryDocument of(RecoveryCase recoveryCase) {
    return new RecoveryDocument(
        recoveryCase.state().standing(),
        recoveryCase.matter(),
        recoveryCase.openedBy(),
        recoveryCase.panel(),
        recoveryCase.round().orElse(null),
        recoveryCase.state() instanceof RecoveryState.Vetoed vetoed ? vetoed.veto() : null);
  }

  RecoveryCase toCase(RecoveryId id, long revision) {
    return new RecoveryCase(id, matter, openedBy, toState(), panel, revision);
  }

  private RecoveryState toState() {
    return switch (state) {
      case SEATING -> new RecoveryState.Seating();
      case VOTING -> new RecoveryState.Voting(present(round));
      case APPROVED -> new RecoveryState.Approved(present(round));
      case VETOED -> new RecoveryState.Vetoed(present(round), present(veto));
      case WITHDRAWN -> new RecoveryState.Withdrawn();
    };
  }

  private static <T> T present(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("A recovery case row without a part of its state");
    }
    return part;
  }
}
