package gatehouse.gateway.lost;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks every minute for streams that were let out and never came to an end. */
@ApplicationScoped
class LostWatch {
  private static final Logger LOG = Logger.getLogger(LostWatch.class);

  private final RegisterLost registerLost;
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("lost-answers").factory());

  LostWatch(RegisterLost registerLost) {
    this.registerLost = registerLost;
  }

  void start(@Observes StartupEvent event) {
    var _ = loop.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent event) {
    loop.shutdownNow();
  }

  void look() {
    try {
      RegisterLost.Found found;
      do {
        found = registerLost.look();
        if (found.lost() > 0) {
          LOG.warnf("%d answers were let out and never registered: they are lost", found.lost());
        }
      } while (found.more());
    } catch (RuntimeException | Error e) {
      // What throws here would end the watch for good.
      LOG.warnf("not looked for lost answers, tried again in a minute: %s", e.getClass().getName());
    }
  }
}
