package gatehouse.incident.stop;

import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.duty.Signature;
import gatehouse.incident.failover.FailoverRun;
import gatehouse.incident.incident.Incident;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One stop order. What was ordered never changes; only its state does.
 *
 * @param epoch gap-free place among all stops and lifts; the later has the greater
 * @param note free text of whoever stopped, or null; stays in this service's database
 * @param manualRoute what people do meanwhile
 * @param incident opened in the same transaction (I5)
 * @param failover triggered in the same transaction (I5)
 */
public record Stop(
    Id id,
    long epoch,
    StopScope scope,
    StopReason reason,
    @Nullable String note,
    ManualRoute manualRoute,
    Signature issued,
    Incident.Id incident,
    FailoverRun.Id failover,
    StopState state) {
  public Stop {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(state, "state");
    if (epoch < 1) {
      throw new IllegalArgumentException("epochs start at 1");
    }
  }

  /** A stop's id. */
  public record Id(UUID value) {
    public Id {
      Objects.requireNonNull(value, "value");
    }
  }

  /** Whether it stops: every state does but LIFTED. */
  public boolean isUnlifted() {
    return !(state instanceof StopState.Lifted);
  }

  /** The evaluation that is under way or has ended in a lift, or null. */
  public @Nullable UUID recovery() {
    return switch (state) {
      case StopState.InForce _ -> null;
      case StopState.ReEvaluating s -> s.recovery();
      case StopState.RecoveryConfirmed s -> s.recovery();
      case StopState.Lifted s -> s.recovery();
    };
  }

  /** Engineering opens an evaluation; null where the state has no such exit. */
  public @Nullable Stop reEvaluated(UUID recovery) {
    return switch (state) {
      case StopState.InForce s -> in(s.reEvaluate(recovery));
      case StopState.ReEvaluating _, StopState.RecoveryConfirmed _, StopState.Lifted _ -> null;
    };
  }

  /** An item of the evaluation failed; null where the state has no such exit. */
  public @Nullable Stop itemFailed() {
    return switch (state) {
      case StopState.ReEvaluating s -> in(s.itemFailed());
      case StopState.RecoveryConfirmed s -> in(s.itemFailed());
      case StopState.InForce _, StopState.Lifted _ -> null;
    };
  }

  /** An item was recorded anew: a stop that waited to be lifted is evaluated again. */
  public Stop itemChanged() {
    return state instanceof StopState.RecoveryConfirmed s ? in(s.itemChanged()) : this;
  }

  /** Both confirmers have signed; signing again refreshes and changes nothing here. */
  public Stop recoveryConfirmed() {
    return state instanceof StopState.ReEvaluating s ? in(s.confirmed()) : this;
  }

  /** Over; null unless the recovery is confirmed. */
  public @Nullable Stop lifted(StopState.Outcome outcome, long liftEpoch, Instant at) {
    return state instanceof StopState.RecoveryConfirmed s
        ? in(s.lift(outcome, liftEpoch, at))
        : null;
  }

  private Stop in(StopState next) {
    return new Stop(id, epoch, scope, reason, note, manualRoute, issued, incident, failover, next);
  }
}
