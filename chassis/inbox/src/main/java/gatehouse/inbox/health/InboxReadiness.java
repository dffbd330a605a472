package gatehouse.inbox.health;

import gatehouse.inbox.receive.Watchdog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while no reader has stalled. Kafka being away changes nothing: events wait there. A broker
 * that wants a login which this service does not have is not away.
 */
@Readiness
@ApplicationScoped
public class InboxReadiness implements HealthCheck {

  private final Watchdog watchdog;

  InboxReadiness(Watchdog watchdog) {
    this.watchdog = watchdog;
  }

  @Override
  public HealthCheckResponse call() {
    List<String> stalled = watchdog.stalled();
    return HealthCheckResponse.named("inbox")
        .status(stalled.isEmpty())
        .withData("stalled", String.join(", ", stalled))
        .withData("brokerWantsLogin", watchdog.needsLogin())
        .build();
  }
}
