package gatehouse.admission.evaluation;

import gatehouse.admission.panel.Ballot;
import gatehouse.admission.panel.Round;

/**
 * The states of an admission case; each has only its legal exits. {@link CaseTransition} shows all
 * of them in one table.
 */
public sealed interface CaseState {

  /** Tiered MEDIUM or HIGH; waits for the certificate check. */
  record Tiered() implements CaseState {
    Collecting certified() {
      return new Collecting();
    }
  }

  /** Evidence is being collected. */
  record Collecting() implements CaseState {
    Ready completed() {
      return new Ready();
    }

    PilotPassed completedAgain() {
      return new PilotPassed();
    }
  }

  /** The bundle is complete. */
  record Ready() implements CaseState {
    Collecting reopened() {
      return new Collecting();
    }

    PilotVoting opened(Round round) {
      return new PilotVoting(round);
    }

    /** A simulated pilot needs no round before it. */
    Piloting started() {
      return new Piloting();
    }
  }

  /** The panel votes on entering a pilot. */
  record PilotVoting(Round round) implements CaseState {
    PilotVoting counted(Round next) {
      return new PilotVoting(next);
    }

    PilotAuthorised passed() {
      return new PilotAuthorised();
    }

    Vetoed vetoed(Ballot veto) {
      return new Vetoed(veto);
    }

    Collecting voided() {
      return new Collecting();
    }
  }

  /** The panel let it into a pilot. */
  record PilotAuthorised() implements CaseState {
    Piloting started() {
      return new Piloting();
    }

    Collecting reopened() {
      return new Collecting();
    }
  }

  /** The pilot runs. */
  record Piloting() implements CaseState {
    PilotPassed passed() {
      return new PilotPassed();
    }

    PilotFailed failed() {
      return new PilotFailed();
    }
  }

  /** The pilot passed; the panel can be asked for admission. */
  record PilotPassed() implements CaseState {
    Voting opened(Round round, Proposal proposal) {
      return new Voting(round, proposal);
    }

    Collecting reopened() {
      return new Collecting();
    }
  }

  /** The panel votes on admission and on what may leave the house. */
  record Voting(Round round, Proposal proposal) implements CaseState {
    Voting counted(Round next) {
      return new Voting(next, proposal);
    }

    Admitted passed() {
      return new Admitted(proposal);
    }

    Vetoed vetoed(Ballot veto) {
      return new Vetoed(veto);
    }

    Collecting voided() {
      return new Collecting();
    }
  }

  /** Five approvals. Final. */
  record Admitted(Proposal proposal) implements CaseState {}

  /** One rejection. Final: no exit, whatever happens later (A2). */
  record Vetoed(Ballot veto) implements CaseState {}

  /** The pilot failed. Final. */
  record PilotFailed() implements CaseState {}

  /** Taken back by the vendor or overtaken by another track. Final. */
  record Withdrawn() implements CaseState {}
}
