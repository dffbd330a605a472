package gatehouse.incident.recovery;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.Act;
import gatehouse.incident.recovery.RecoveryResult.Done;
import gatehouse.incident.recovery.RecoveryResult.Incomplete;
import gatehouse.incident.recovery.RecoveryResult.Missing;
import gatehouse.incident.recovery.RecoveryResult.Unknown;
import gatehouse.incident.recovery.RecoveryResult.WrongState;
import gatehouse.incident.restart.Restarts;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopEvent;
import gatehouse.incident.stop.StopEvents;
import gatehouse.incident.stop.StopState;
import gatehouse.incident.stop.Stops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/**
 * Lifts a stop. Everything is checked again here, under the epoch's lock: what was complete when it
 * was signed may not be any more, and no new stop can slip in between.
 */
@ApplicationScoped
public class LiftStop {
  private final Stops stops;
  private final Recoveries recoveries;
  private final StopEvents events;
  private final Restarts restarts;
  private final RecoverySettings settings;

  public LiftStop(
      Stops stops,
      Recoveries recoveries,
      StopEvents events,
      Restarts restarts,
      RecoverySettings settings) {
    this.stops = stops;
    this.recoveries = recoveries;
    this.events = events;
    this.restarts = restarts;
    this.settings = settings;
  }

  @Transactional
  @Clause("G-55")
  public RecoveryResult lift(Stop.Id id, Act act) {
    long epoch = stops.lockEpoch() + 1;
    Stop stop = stops.lock(id).orElse(null);
    if (stop == null) {
      return new Unknown();
    }
    if (!stop.isUnlifted()) {
      return new WrongState(stop.state().name());
    }
    UUID open = stop.recovery();
    Recovery recovery = open == null ? null : recoveries.find(new Recovery.Id(open)).orElse(null);
    if (recovery == null) {
      return new Incomplete(Completeness.nothingOnFile());
    }
    Completeness.Lift lift =
        new Completeness.Lift(
            act, settings.zone(), stops.newestEpochOn(stop.scope()), settings.least());
    List<Missing> missing = Completeness.beforeLift(recovery, stop, restarts.after(stop), lift);
    return missing.isEmpty() ? lift(stop, recovery, epoch, act) : new Incomplete(missing);
  }

  private RecoveryResult lift(Stop stop, Recovery recovery, long epoch, Act act) {
    StopState.Outcome outcome =
        switch (recovery.items().rootCause().item().finding()) {
          case FAULT_FOUND -> StopState.Outcome.FIXED;
          case NO_FAULT_FOUND -> StopState.Outcome.MISTAKE;
        };
    Stop lifted = stop.lifted(outcome, epoch, act.at());
    if (lifted == null || !(lifted.state() instanceof StopState.Lifted end)) {
      return new WrongState(stop.state().name());
    }
    stops.lift(lifted, end, act.by().subject());
    events.append(new StopEvent.Lifted(lifted, end), act);
    return new Done(recovery, lifted, List.of());
  }
}
