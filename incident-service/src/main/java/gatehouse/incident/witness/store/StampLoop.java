package gatehouse.incident.witness.store;

import gatehouse.duty.Duty;
import gatehouse.duty.OwnConnections;
import gatehouse.duty.SoleLoop;
import gatehouse.duty.SoleLoop.Rhythm;
import gatehouse.incident.witness.StampCheckpoints;
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

/** Stamps on one instance; an authority that is away is asked again at the next look. */
@ApplicationScoped
class StampLoop implements Duty {
  private static final Logger LOG = Logger.getLogger(StampLoop.class);
  private static final int LOCK = 41;

  private final StampCheckpoints stamps;
  private final SoleLoop loop;
  private volatile boolean troubled;

  StampLoop(
      StampCheckpoints stamps,
      OwnConnections connections,
      MeterRegistry meters,
      @ConfigProperty(name = "incident.witness.stamp.look") Duration look) {
    this.stamps = stamps;
    this.loop = new SoleLoop(new Rhythm("witness-stamps", LOCK, look, look), connections, this);
    Gauge.builder("incident.witness.stamping.failing", this, self -> self.troubled ? 1 : 0)
        .description("1 while checkpoints are due and the time-stamping authority stamps none")
        .register(meters);
  }

  void start(@Observes @Priority(4000) StartupEvent event) {
    if (stamps.isOn()) {
      loop.start();
    }
  }

  void stop(@Observes @Priority(4000) ShutdownEvent event) {
    loop.stop();
  }

  @Override
  public void assume(Connection connection) {
    troubled = false;
  }

  @Override
  public boolean work(Connection connection) {
    try {
      stamps.stampDue();
      troubled = false;
    } catch (IllegalStateException e) {
      if (!troubled) {
        LOG.errorf("no checkpoint is stamped: %s", e.getMessage());
      }
      troubled = true;
    }
    return false;
  }
}
