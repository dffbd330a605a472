package gatehouse.incident.stop;

import gatehouse.clauses.Clause;
import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.application.ManualRoute;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All that is stopped at one moment, and what was lifted lately.
 *
 * @param epoch of the last stop or lift that is contained
 * @param inForce every unlifted order, always complete
 * @param lifted orders lifted after the epoch that was asked for
 * @param drills those that run: stops of nothing that exists
 */
@Clause("G-51")
public record StopsInForce(
    long epoch, List<Stop> inForce, List<Stop.Id> lifted, List<Drill> drills) {
  public StopsInForce {
    inForce = List.copyOf(inForce);
    lifted = List.copyOf(lifted);
    drills = List.copyOf(drills);
  }

  /**
   * A drill that runs: enforcement points apply it like a stop of that application.
   *
   * @param epoch from the sequence of stops and lifts
   * @param application the code of no application
   */
  public record Drill(
      UUID id, long epoch, String application, ManualRoute manualRoute, Instant startedAt) {}

  /** Whether the application must not run. */
  public boolean covers(KnownApplication application) {
    return inForce.stream().anyMatch(stop -> stop.scope().covers(application));
  }
}
