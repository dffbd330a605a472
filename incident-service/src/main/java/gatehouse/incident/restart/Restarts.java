package gatehouse.incident.restart;

import gatehouse.incident.application.KnownApplications;
import gatehouse.incident.stop.Stop;
import jakarta.enterprise.context.ApplicationScoped;

/** Says what the lift of a stop would let start again. */
@ApplicationScoped
public class Restarts {
  private final KnownApplications applications;
  private final PanelDecisions decisions;

  public Restarts(KnownApplications applications, PanelDecisions decisions) {
    this.applications = applications;
    this.decisions = decisions;
  }

  public Restart after(Stop stop) {
    return new Restart(stop.scope().among(applications.all()), decisions.on(stop.id()));
  }
}
