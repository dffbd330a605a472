package gatehouse.gateway.lost;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks for streams that were let out and never came to an end, and says that this process is
 * there: each on a thread of its own, for a look may take long.
 */
@ApplicationScoped
class LostWatch {
  private static final Logger LOG = Logger.getLogger(LostWatch.class);

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final RegisterLost registerLost;
  private final SignsOfLife signs;
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("lost-answers").factory());
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("sign-of-life").factory());

  LostWatch(RegisterLost registerLost, SignsOfLife signs) {
    this.registerLost = registerLost;
    this.signs = signs;
  }

  void start(@Observes StartupEvent event) {
    long sign = signs.interval().toMillis();
    var _ = pulse.scheduleWithFixedDelay(this::give, 0, sign, TimeUnit.MILLISECONDS);
    long look = Math.min(LONGEST.toMillis(), 2 * sign);
    var _ = loop.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    loop.shutdownNow();
    pulse.shutdownNow();
  }

  private void give() {
    try {
      signs.give();
    } catch (RuntimeException | Error e) {
      LOG.warnf("no sign of life was left, tried again soon: %s", e.getClass().getName());
    }
  }

  void look() {
    try {
      warn(registerLost.lookForGone());
      RegisterLost.Found found;
      do {
        found = registerLost.look();
        warn(found.lost());
      } while (found.more());
    } catch (RuntimeException | Error e) {
      // What throws here would end the watch for good.
      LOG.warnf("not looked for lost answers, tried again soon: %s", e.getClass().getName());
    }
  }

  private static void warn(int lost) {
    if (lost > 0) {
      LOG.warnf("%d answers were let out and never registered: they are lost", lost);
    }
  }
}
