package gatehouse.admission.recovery;

import gatehouse.admission.panel.Ballot;
import gatehouse.admission.panel.Round;

/** The states of a recovery case; each has only its legal exits. */
public sealed interface RecoveryState {

  /** The name of a state on the wire and in the table. */
  enum Standing {
    SEATING,
    VOTING,
    APPROVED,
    VETOED,
    WITHDRAWN
  }

  Standing standing();

  /** The seats are being filled. */
  record Seating() implements RecoveryState {
    Voting opened(Round round) {
      return new Voting(round);
    }

    @Override
    public Standing standing() {
      return Standing.SEATING;
    }
  }

  /** The panel votes. */
  record Voting(Round round) implements RecoveryState {
    Voting counted(Round next) {
      return new Voting(next);
    }

    Approved passed(Round last) {
      return new Approved(last);
    }

    Vetoed vetoed(Round last, Ballot veto) {
      return new Vetoed(last, veto);
    }

    Seating voided() {
      return new Seating();
    }

    @Override
    public Standing standing() {
      return Standing.VOTING;
    }
  }

  /** Five approvals. Final. */
  record Approved(Round round) implements RecoveryState {
    @Override
    public Standing standing() {
      return Standing.APPROVED;
    }
  }

  /** One rejection. Final: other reports need another case. */
  record Vetoed(Round round, Ballot veto) implements RecoveryState {
    @Override
    public Standing standing() {
      return Standing.VETOED;
    }
  }

  /** Taken back by the secretary. Final. */
  record Withdrawn() implements RecoveryState {
    @Override
    public Standing standing() {
      return Standing.WITHDRAWN;
    }
  }
}
