package gatehouse.incident.stop;

import gatehouse.clauses.Clause;
import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.application.KnownApplications;
import gatehouse.incident.failover.Backups;
import jakarta.enterprise.context.ApplicationScoped;

/** A backup is usable when it is known, ACTIVE and not stopped itself. */
@ApplicationScoped
class UnstoppedBackups implements Backups {
  private final KnownApplications applications;
  private final Stops stops;

  UnstoppedBackups(KnownApplications applications, Stops stops) {
    this.applications = applications;
    this.stops = stops;
  }

  @Override
  @Clause("G-52")
  public boolean usable(String application) {
    return applications
        .withCode(application)
        .filter(KnownApplication::isActive)
        .filter(backup -> stops.unlifted().stream().noneMatch(s -> s.scope().covers(backup)))
        .isPresent();
  }
}
