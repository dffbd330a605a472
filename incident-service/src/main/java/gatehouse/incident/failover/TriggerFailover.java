package gatehouse.incident.failover;

import gatehouse.clauses.Clause;
import gatehouse.incident.application.FailoverPlan;
import gatehouse.incident.application.FailoverPlan.Mode;
import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.duty.Act;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Opens the fail-over run of a stop, in the stop's own transaction. */
@ApplicationScoped
public class TriggerFailover {
  private final FailoverRuns runs;
  private final FailoverEvents events;
  private final Backups backups;
  private final Ids ids;

  public TriggerFailover(FailoverRuns runs, FailoverEvents events, Backups backups, Ids ids) {
    this.runs = runs;
    this.events = events;
    this.backups = backups;
    this.ids = ids;
  }

  /**
   * Decides for each stopped application whether its backup can take over now. Without a usable
   * backup the run starts as manual: nobody waits for a decision.
   *
   * @param stop the stop's id
   * @param stopped the applications it covers, as far as they are known
   * @param otherwise the manual route where none was published
   */
  @Transactional
  @Clause({"G-52", "G-53"})
  public FailoverRun.Id trigger(
      UUID stop, Collection<KnownApplication> stopped, ManualRoute otherwise, Act act) {
    List<Route> routes =
        stopped.isEmpty()
            ? List.of(Route.manual(null, otherwise))
            : stopped.stream().map(each -> route(each, stopped, otherwise)).toList();
    FailoverState state =
        FailoverRun.plannedMode(routes) == Mode.BACKUP
            ? new FailoverState.Triggered()
            : new FailoverState.Triggered().toManual();
    FailoverRun run =
        new FailoverRun(
            new FailoverRun.Id(ids.next()), 1, stop, routes, state, List.of(), act.at());
    runs.add(run);
    events.append(new FailoverEvent.Triggered(run), act);
    return run.id();
  }

  private Route route(
      KnownApplication application, Collection<KnownApplication> stopped, ManualRoute otherwise) {
    FailoverPlan plan = application.failover();
    ManualRoute manual = plan.manualRoute() == null ? otherwise : plan.manualRoute();
    String backup = plan.mode() == Mode.BACKUP ? plan.backup() : null;
    // The order itself is not in force yet, so the backups cannot know that it covers them.
    boolean isStoppedToo =
        stopped.stream().anyMatch(other -> other.code().equalsIgnoreCase(backup));
    return backup != null && !isStoppedToo && backups.usable(backup)
        ? new Route(application.code(), Mode.BACKUP, backup, manual)
        : Route.manual(application.code(), manual);
  }
}
