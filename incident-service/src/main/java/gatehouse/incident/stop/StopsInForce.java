package gatehouse.incident.stop;

import gatehouse.clauses.Clause;
import gatehouse.incident.application.KnownApplication;
import java.util.List;

/**
 * All that is stopped at one moment, and what was lifted lately.
 *
 * @param epoch of the last stop or lift that is contained
 * @param inForce every unlifted order, always complete
 * @param lifted orders lifted after the epoch that was asked for
 */
@Clause("G-51")
public record StopsInForce(long epoch, List<Stop> inForce, List<Stop.Id> lifted) {
  public StopsInForce {
    inForce = List.copyOf(inForce);
    lifted = List.copyOf(lifted);
  }

  /** Whether the application must not run. */
  public boolean covers(KnownApplication application) {
    return inForce.stream().anyMatch(stop -> stop.scope().covers(application));
  }
}
