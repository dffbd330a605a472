package gatehouse.incident.stop;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Where a stop stands. Every state but {@link Lifted} stops. Each state has a method for each legal
 * exit and no other, so that there is one way to {@link Lifted} only, through a confirmed recovery.
 */
public sealed interface StopState {
  /** All transitions in one place; a test holds the states' methods and the README against it. */
  List<Edge> EDGES =
      List.of(
          new Edge("IN_FORCE", "reEvaluate", "RE_EVALUATING", "recovery.opened"),
          new Edge("RE_EVALUATING", "itemFailed", "IN_FORCE", "recovery.failed"),
          new Edge("RE_EVALUATING", "confirmed", "RECOVERY_CONFIRMED", "recovery.confirmed"),
          new Edge("RECOVERY_CONFIRMED", "itemFailed", "IN_FORCE", "recovery.failed"),
          new Edge("RECOVERY_CONFIRMED", "itemChanged", "RE_EVALUATING", "recovery.item-recorded"),
          new Edge("RECOVERY_CONFIRMED", "lift", "LIFTED", "stop.lifted"));

  StopStateName name();

  /** The states by name, for storage and for the wire. */
  enum StopStateName {
    IN_FORCE,
    RE_EVALUATING,
    RECOVERY_CONFIRMED,
    LIFTED
  }

  /** One legal transition: the trigger is the state's method; an empty event stays in the house. */
  record Edge(String from, String trigger, String to, String event) {}

  /** Why the stop was lifted in the end. */
  enum Outcome {
    FIXED,
    /** No fault was found; it took the same path. */
    MISTAKE
  }

  /** In force since the transaction that issued it committed. */
  record InForce() implements StopState {
    ReEvaluating reEvaluate(UUID recovery) {
      return new ReEvaluating(recovery);
    }

    @Override
    public StopStateName name() {
      return StopStateName.IN_FORCE;
    }
  }

  /** Engineering has found the root cause; the items of the evaluation come in. */
  record ReEvaluating(UUID recovery) implements StopState {
    public ReEvaluating {
      Objects.requireNonNull(recovery, "recovery");
    }

    InForce itemFailed() {
      return new InForce();
    }

    RecoveryConfirmed confirmed() {
      return new RecoveryConfirmed(recovery);
    }

    @Override
    public StopStateName name() {
      return StopStateName.RE_EVALUATING;
    }
  }

  /** Complete and signed by two persons of two roles; still stopped. */
  record RecoveryConfirmed(UUID recovery) implements StopState {
    public RecoveryConfirmed {
      Objects.requireNonNull(recovery, "recovery");
    }

    InForce itemFailed() {
      return new InForce();
    }

    ReEvaluating itemChanged() {
      return new ReEvaluating(recovery);
    }

    Lifted lift(Outcome outcome, long epoch, Instant at) {
      return new Lifted(recovery, outcome, epoch, at);
    }

    @Override
    public StopStateName name() {
      return StopStateName.RECOVERY_CONFIRMED;
    }
  }

  /**
   * Over, for good: a new fault is a new stop.
   *
   * @param epoch drawn from the same sequence as the epochs of stops
   */
  record Lifted(UUID recovery, Outcome outcome, long epoch, Instant at) implements StopState {
    public Lifted {
      Objects.requireNonNull(recovery, "recovery");
      Objects.requireNonNull(outcome, "outcome");
    }

    @Override
    public StopStateName name() {
      return StopStateName.LIFTED;
    }
  }
}
