package gatehouse.gateway.standing.rest;

import gatehouse.gateway.standing.LoadStops;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the gateway's token and its copy of the stops fresh, from the start on. The copy is also
 * fed by events; this loop makes a gateway without Kafka learn of a stop within the interval.
 */
@ApplicationScoped
class OwnersWatch {
  private static final Logger LOG = Logger.getLogger(OwnersWatch.class);

  private final MachineToken token;
  private final LoadStops loadStops;
  private final Duration interval;
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("owners").factory());

  private volatile @Nullable ScheduledFuture<?> rounds;

  OwnersWatch(
      MachineToken token,
      LoadStops loadStops,
      @ConfigProperty(name = "gatehouse.stops.poll") Duration interval) {
    this.token = token;
    this.loadStops = loadStops;
    this.interval = interval;
  }

  void start(@Observes StartupEvent event) {
    rounds = loop.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    ScheduledFuture<?> running = rounds;
    if (running != null) {
      running.cancel(true);
    }
    loop.shutdownNow();
  }

  private void look() {
    try {
      token.keepFresh();
      loadStops.load();
    } catch (RuntimeException e) {
      // The next round tries again; until the first success the gateway is not ready.
      LOG.warnf("stops not loaded: %s", e.getClass().getSimpleName());
    }
  }
}
