package gatehouse.incident.stop;

import gatehouse.clauses.Clause;
import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.duty.Act;
import gatehouse.incident.failover.FailoverRun;
import gatehouse.incident.failover.TriggerFailover;
import gatehouse.incident.incident.Category;
import gatehouse.incident.incident.Incident;
import gatehouse.incident.incident.Level;
import gatehouse.incident.incident.ReportIncident;
import gatehouse.incident.incident.ReportedFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What every stop brings with it: an incident and a fail-over run (I5). */
@ApplicationScoped
@Clause({"G-49", "G-52"})
class StopConsequences {
  private final ReportIncident reportIncident;
  private final TriggerFailover triggerFailover;

  StopConsequences(ReportIncident reportIncident, TriggerFailover triggerFailover) {
    this.reportIncident = reportIncident;
    this.triggerFailover = triggerFailover;
  }

  record Opened(Incident.Id incident, FailoverRun.Id failover) {}

  Opened open(StopOrder order, List<KnownApplication> covered, ManualRoute route, Act act) {
    Incident incident = reportIncident.report(facts(order, act), act);
    FailoverRun.Id run = triggerFailover.trigger(order.id().value(), covered, route, act);
    return new Opened(incident.id(), run);
  }

  /** Care went another way, without consequence as far as anybody can know: level III. */
  private static ReportedFacts facts(StopOrder order, Act act) {
    StopScope scope = order.scope();
    return new ReportedFacts(
        scope.kind() == StopScope.Kind.APPLICATION ? scope.value() : null,
        null,
        null,
        Category.PROCESS_INTERRUPTION,
        Level.III,
        null,
        "紧急停用 / emergency stop: " + scope.kind() + " " + scope.value() + ", " + order.reason(),
        act.at(),
        act.at(),
        act.by().subject(),
        ReportedFacts.Detection.HUMAN);
  }
}
