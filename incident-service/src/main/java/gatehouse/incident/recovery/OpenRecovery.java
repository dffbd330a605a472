package gatehouse.incident.recovery;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.Act;
import gatehouse.incident.recovery.RecoveryItems.Filed;
import gatehouse.incident.recovery.RecoveryResult.Done;
import gatehouse.incident.recovery.RecoveryResult.Unknown;
import gatehouse.incident.recovery.RecoveryResult.WrongState;
import gatehouse.incident.restart.Restarts;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.Stops;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Opens the evaluation of a stop with the root cause that engineering found. */
@ApplicationScoped
public class OpenRecovery {
  private final Stops stops;
  private final Recoveries recoveries;
  private final RecoveryEvents events;
  private final Restarts restarts;
  private final Ids ids;

  public OpenRecovery(
      Stops stops, Recoveries recoveries, RecoveryEvents events, Restarts restarts, Ids ids) {
    this.stops = stops;
    this.recoveries = recoveries;
    this.events = events;
    this.restarts = restarts;
    this.ids = ids;
  }

  @Transactional
  @Clause("G-55")
  public RecoveryResult open(Stop.Id id, RecoveryItem.RootCause cause, Act act) {
    Stop stop = stops.lock(id).orElse(null);
    if (stop == null) {
      return new Unknown();
    }
    Recovery.Id recoveryId = new Recovery.Id(ids.next());
    Stop reEvaluated = stop.reEvaluated(recoveryId.value());
    if (reEvaluated == null) {
      return new WrongState(stop.state().name());
    }
    RecoveryItems items = new RecoveryItems(new Filed<>(cause, act.signature()), null, null, null);
    Recovery recovery = new Recovery(recoveryId, 1, id, items, false, List.of());
    recoveries.add(recovery);
    stops.save(reEvaluated);
    events.append(new RecoveryEvent.Opened(recovery), act);
    return new Done(recovery, reEvaluated, Completeness.onOpening(recovery, restarts.after(stop)));
  }
}
