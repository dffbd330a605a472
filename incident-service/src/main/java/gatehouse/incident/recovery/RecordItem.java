package gatehouse.incident.recovery;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.Act;
import gatehouse.incident.recovery.RecoveryResult.Done;
import gatehouse.incident.recovery.RecoveryResult.Unknown;
import gatehouse.incident.recovery.RecoveryResult.WrongState;
import gatehouse.incident.restart.Restarts;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.Stops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Puts an item on file. One that did not pass ends the evaluation and leaves the stop in force; one
 * that did voids the signatures given before it.
 */
@ApplicationScoped
public class RecordItem {
  private final Stops stops;
  private final Recoveries recoveries;
  private final RecoveryEvents events;
  private final Restarts restarts;
  private final RecoverySettings settings;

  public RecordItem(
      Stops stops,
      Recoveries recoveries,
      RecoveryEvents events,
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
  public RecoveryResult put(Recovery.Id id, RecoveryItem item, Act act) {
    Stop stop = recoveries.stopOf(id).flatMap(stops::lock).orElse(null);
    Recovery recovery = stop == null ? null : recoveries.find(id).orElse(null);
    if (stop == null || recovery == null) {
      return new Unknown();
    }
    if (!stop.isUnlifted() || !id.value().equals(stop.recovery())) {
      return new WrongState(stop.state().name());
    }
    Recovery changed = recovery.with(item, act.signature());
    recoveries.save(changed);
    return changed.failed() ? fail(stop, changed, item, act) : goOn(stop, changed, item, act);
  }

  private RecoveryResult goOn(Stop stop, Recovery changed, RecoveryItem item, Act act) {
    Stop evaluated = stop.itemChanged();
    stops.save(evaluated);
    events.append(new RecoveryEvent.ItemRecorded(changed, item), act);
    return new Done(
        changed,
        evaluated,
        Completeness.beforeSigning(changed, restarts.after(stop), settings.least()));
  }

  private RecoveryResult fail(Stop stop, Recovery changed, RecoveryItem item, Act act) {
    Stop inForce = stop.itemFailed();
    if (inForce == null) {
      return new WrongState(stop.state().name());
    }
    stops.save(inForce);
    events.append(new RecoveryEvent.Failed(changed, item), act);
    return new Done(changed, inForce, Completeness.nothingOnFile());
  }
}
