package gatehouse.gateway.recall;

import gatehouse.clauses.Clause;
import gatehouse.gateway.standing.StopCopy;
import gatehouse.gateway.standing.StopOrder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Recalls what the stops of the lease cover. Kafka tells of the same stops with the time at which
 * they were issued; whoever hears of one first writes it down, so that a gateway without Kafka
 * recalls, too. A stop heard of here counts from now, which is never too early.
 */
@ApplicationScoped
@Clause("G-28")
public class FollowStops {
  private static final Logger LOG = Logger.getLogger(FollowStops.class);
  private static final long LOOK_MILLIS = 500;

  private final StopCopy stops;
  private final Recalls recalls;
  private final Clock clock;
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("recalls").factory());

  // Only the loop's thread touches it.
  private Set<String> written = Set.of();

  FollowStops(StopCopy stops, Recalls recalls, Clock clock) {
    this.stops = stops;
    this.recalls = recalls;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    var _ =
        loop.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    loop.shutdownNow();
  }

  /** Writes down what is new; what could not be written is tried again. */
  private void look() {
    List<StopOrder> inForce = stops.inForce();
    Set<String> known = new HashSet<>();
    for (StopOrder stop : inForce) {
      if (written.contains(stop.id()) || isWritten(stop)) {
        known.add(stop.id());
      }
    }
    written = known;
  }

  private boolean isWritten(StopOrder stop) {
    try {
      recalls.add(new Recall(stop.id(), stop.kind(), stop.value(), clock.instant()));
      return true;
    } catch (RuntimeException e) {
      LOG.warnf("a stop recalls nothing yet: %s", e.getClass().getName());
      return false;
    }
  }
}
