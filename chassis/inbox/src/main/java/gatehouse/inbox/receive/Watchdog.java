package gatehouse.inbox.receive;

import gatehouse.inbox.InboxSettings;
import gatehouse.journal.JournalSettings;
import gatehouse.journal.publish.LoginDemand;
import gatehouse.journal.publish.UnmetDemand;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Notices a loop that has died, hangs, or has silently stopped: consumers are known to do the last
 * without a word.
 */
@ApplicationScoped
public class Watchdog {

  private static final Logger LOG = Logger.getLogger(Watchdog.class);

  private final InboxSettings settings;
  private final JournalSettings journal;
  private final Map<String, Object> kafka;
  private final UnmetDemand login;
  private final List<Watched> watched;
  private final MeterRegistry meters;
  private final List<Gauge> gauges;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean needsLogin;

  Watchdog(
      InboxSettings settings,
      JournalSettings journal,
      Receivers receivers,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      MeterRegistry meters) {
    this.settings = settings;
    this.journal = journal;
    this.kafka = kafka;
    Duration patience = settings.stall();
    this.login = new UnmetDemand(new LoginDemand(kafka), patience);
    this.watched =
        receivers.loops().stream().map(loop -> new Watched(loop, new Stall(patience))).toList();
    this.meters = meters;
    this.gauges = watched.stream().flatMap(one -> gauges(one, meters)).toList();
    this.thread = Thread.ofPlatform().daemon().name("journal-watchdog").unstarted(this::run);
  }

  private static Stream<Gauge> gauges(Watched one, MeterRegistry meters) {
    return Stream.of(
        Gauge.builder("journal.receive.lag", one, each -> each.lag)
            .description("events of the topic that wait for this service")
            .tag("topic", one.loop.topic())
            .register(meters),
        Gauge.builder("journal.receive.stalled", one, each -> each.stalled ? 1 : 0)
            .description("1 while the topic's reader is dead, hangs or has silently stopped")
            .tag("topic", one.loop.topic())
            .register(meters));
  }

  void start(@Observes @Priority(3100) StartupEvent event) {
    if (!watched.isEmpty()) {
      thread.start();
    }
  }

  void stop(@Observes @Priority(5000) ShutdownEvent event) throws InterruptedException {
    stop.countDown();
    thread.join(12_000);
    // The registry outlives a live reload; a gauge of what is gone would hide the next one.
    gauges.forEach(meters::remove);
  }

  /** Topics whose loop does not do its work. */
  public List<String> stalled() {
    return watched.stream().filter(one -> one.stalled).map(one -> one.loop.topic()).toList();
  }

  /** Whether no reader can do its work because the broker wants a login that we do not have. */
  public boolean needsLogin() {
    return needsLogin;
  }

  private void run() {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put(AdminClientConfig.CLIENT_ID_CONFIG, journal.service() + "-watchdog");
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000);
    properties.put(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 500L);
    properties.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000L);
    try {
      while (!pause()) {
        watch(properties);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** True when it is time to end. */
  private boolean pause() throws InterruptedException {
    return stop.await(settings.watch().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Returns when there is nothing to look at Kafka with; then the next turn begins anew. */
  private void watch(Map<String, Object> properties) throws InterruptedException {
    try (Admin admin = Admin.create(properties)) {
      do {
        boolean answered = true;
        for (Watched one : watched) {
          answered &= look(admin, one);
        }
        lookForDemand(answered);
      } while (!pause());
    } catch (RuntimeException | Error e) {
      // Such as a name that nobody resolves. What can be told without Kafka still is.
      LOG.warnf("Kafka cannot be looked at: %s", e.getClass().getName());
      lookForDemand(false);
      watched.forEach(this::lookBlindly);
    }
  }

  private void lookForDemand(boolean answered) {
    if (answered) {
      login.met();
    } else {
      login.ask();
    }
    needsLogin = login.hasLasted();
  }

  /** Whether the broker answered. */
  private boolean look(Admin admin, Watched one) throws InterruptedException {
    TopicLoop loop = one.loop;
    try {
      GroupLag lag = GroupLag.of(admin, loop.group(), loop.topic());
      one.lag = lag.lag();
      tell(one, one.stall.look(lag.positions(), System.nanoTime()));
      return true;
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      // Kafka being away is no fault of this service and no reason to take it out of service.
      LOG.debugf("lag of %s unknown: %s", loop.topic(), e.getClass().getName());
      lookBlindly(one);
      return false;
    }
  }

  private void lookBlindly(Watched one) {
    one.stall.blind();
    tell(one, needsLogin);
  }

  private void tell(Watched one, boolean silent) {
    TopicLoop loop = one.loop;
    boolean hangs = loop.sinceLastTurn().compareTo(settings.stall()) > 0;
    boolean stalled = !loop.isAlive() || hangs || silent;
    if (stalled && !one.stalled) {
      LOG.errorf(
          "reading %s has stalled: thread alive %s, hangs %s, silent %s, %d events wait",
          loop.topic(), loop.isAlive(), hangs, silent, one.lag);
    } else if (!stalled && one.stalled) {
      LOG.infof("reading %s goes on", loop.topic());
    }
    one.stalled = stalled;
  }

  /** A loop and what was last seen of it. */
  private static final class Watched {
    private final TopicLoop loop;
    private final Stall stall;
    private volatile boolean stalled;
    private volatile long lag;

    Watched(TopicLoop loop, Stall stall) {
      this.loop = loop;
      this.stall = stall;
    }
  }
}
