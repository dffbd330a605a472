package gatehouse.gateway.supervision;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Ends supervisions whose physician fell silent and tells of it. Permits do not wait for this: they
 * look at the last beat themselves.
 */
@ApplicationScoped
public class WatchHeartbeats {
  private static final Logger LOG = Logger.getLogger(WatchHeartbeats.class);

  private final Supervisions supervisions;
  private final SupervisionEvents events;
  private final Clock clock;
  private final Duration window;
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("heartbeats").factory());

  public WatchHeartbeats(
      Supervisions supervisions,
      SupervisionEvents events,
      Clock clock,
      @ConfigProperty(name = "gatehouse.supervision.heartbeat") Duration window) {
    this.supervisions = supervisions;
    this.events = events;
    this.clock = clock;
    this.window = window;
  }

  void start(@Observes StartupEvent event, Sweep sweep) {
    var _ =
        loop.scheduleWithFixedDelay(
            sweep::run, window.toMillis(), window.toMillis() / 2 + 1, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    loop.shutdownNow();
  }

  /** Ends all that are silent; how many. */
  @Transactional
  public int endSilent() {
    Instant now = clock.instant();
    List<Supervision> silent = supervisions.lockSilent(now.minus(window));
    for (Supervision supervision : silent) {
      Supervision ended = supervision.ended(now);
      supervisions.save(ended);
      events.lost(ended);
    }
    return silent.size();
  }

  /** One round of the loop, through the transaction. */
  @ApplicationScoped
  static class Sweep {
    private final WatchHeartbeats watch;

    Sweep(WatchHeartbeats watch) {
      this.watch = watch;
    }

    void run() {
      try {
        int ended = watch.endSilent();
        if (ended > 0) {
          LOG.warnf("%d supervisions fell silent and ended", ended);
        }
      } catch (RuntimeException e) {
        LOG.warnf("heartbeats not looked at: %s", e.getClass().getSimpleName());
      }
    }
  }
}
