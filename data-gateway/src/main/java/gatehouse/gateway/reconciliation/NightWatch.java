package gatehouse.gateway.reconciliation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks every minute whether tonight's reconciliation is due: a gateway that was down at the hour
 * does it when it is back.
 */
@ApplicationScoped
class NightWatch {
  private static final Logger LOG = Logger.getLogger(NightWatch.class);

  private final Reconcile reconcile;
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("reconciliation").factory());

  NightWatch(Reconcile reconcile) {
    this.reconcile = reconcile;
  }

  void start(@Observes StartupEvent event) {
    var _ = loop.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent event) {
    loop.shutdownNow();
  }

  void look() {
    try {
      reconcile
          .nightly()
          .ifPresent(found -> LOG.infof("reconciled %s: %s", found.day(), found.counts()));
    } catch (RuntimeException e) {
      LOG.warnf("not reconciled, tried again in a minute: %s", e.getClass().getSimpleName());
    }
  }
}
