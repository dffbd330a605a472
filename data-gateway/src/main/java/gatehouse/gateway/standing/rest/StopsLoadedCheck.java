package gatehouse.gateway.standing.rest;

import gatehouse.gateway.standing.StopCopy;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready until the stops are loaded: a gateway that knows no stop must get no calls. */
@Readiness
class StopsLoadedCheck implements HealthCheck {
  private final StopCopy copy;

  StopsLoadedCheck(StopCopy copy) {
    this.copy = copy;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("stops loaded").status(copy.isLoaded()).build();
  }
}
