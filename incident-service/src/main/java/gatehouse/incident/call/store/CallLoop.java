package gatehouse.incident.call.store;

import gatehouse.duty.Duty;
import gatehouse.duty.OwnConnections;
import gatehouse.duty.SoleLoop;
import gatehouse.duty.SoleLoop.Rhythm;
import gatehouse.incident.call.CallForUnconfirmed;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks for unconfirmed stops on one instance; what fails is tried again at the next look. */
@ApplicationScoped
class CallLoop implements Duty {
  private static final Logger LOG = Logger.getLogger(CallLoop.class);
  private static final int LOCK = 61;

  private final CallForUnconfirmed unconfirmed;
  private final MeterRegistry meters;
  private final SoleLoop loop;

  CallLoop(
      CallForUnconfirmed unconfirmed,
      MeterRegistry meters,
      OwnConnections connections,
      @ConfigProperty(name = "incident.stop.call-look") Duration look) {
    this.unconfirmed = unconfirmed;
    this.meters = meters;
    this.loop = new SoleLoop(new Rhythm("stop-calls", LOCK, look, look), connections, this);
  }

  void start(@Observes @Priority(4000) StartupEvent event) {
    Gauge.builder("incident.stop.unconfirmed", unconfirmed, CallForUnconfirmed::unconfirmed)
        .description("stops in force that not every gateway has confirmed in time")
        .register(meters);
    loop.start();
  }

  void stop(@Observes @Priority(4000) ShutdownEvent event) {
    loop.stop();
  }

  @Override
  public boolean work(Connection connection) {
    int called = unconfirmed.call();
    if (called > 0) {
      LOG.errorf("stops are not confirmed by every gateway; roles called: %d", called);
    }
    return false;
  }
}
