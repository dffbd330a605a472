package gatehouse.web.idempotency;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Forgets old idempotency keys once an hour. */
@Singleton
final class Forgetting {
  private static final Logger LOG = Logger.getLogger(Forgetting.class);

  private final Keys keys;
  private final ScheduledExecutorService hourly =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("idempotency-forgetting").factory());

  Forgetting(Keys keys) {
    this.keys = keys;
  }

  void start(@Observes StartupEvent event) {
    var _ = hourly.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent event) {
    hourly.shutdownNow();
  }

  private void forget() {
    try {
      keys.forgetOld();
    } catch (SQLException e) {
      LOG.warnf("old idempotency keys stay for another hour: SQLSTATE %s", e.getSQLState());
    }
  }
}
