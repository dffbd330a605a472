package gatehouse.journal.health;

import gatehouse.journal.JournalSettings;
import gatehouse.journal.store.OwnConnections;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/** Figures of the journal, the same on every instance because they are the database's. */
@ApplicationScoped
class JournalMeters {

  private static final Logger LOG = Logger.getLogger(JournalMeters.class);

  private static final String FIGURES =
      """
      SELECT (SELECT coalesce(max(seq), 0) FROM journal.leaves),
             (SELECT count(*) FROM journal.pending),
             (SELECT seq FROM journal.published),
             (SELECT count(*) FROM journal.parked),
             (SELECT count(*) FROM journal.breaks)
      """;

  private record Figures(long numbered, long pending, long published, long parked, long breaks) {}

  private final JournalSettings settings;
  private final OwnConnections connections;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile Figures figures = new Figures(0, 0, 0, 0, 0);

  JournalMeters(JournalSettings settings, OwnConnections connections, MeterRegistry meters) {
    this.settings = settings;
    this.connections = connections;
    this.thread = Thread.ofPlatform().daemon().name("journal-meters").unstarted(this::run);
    gauge(meters, "journal.entries", "entries with a number", Figures::numbered);
    gauge(meters, "journal.pending", "entries that wait for a number", Figures::pending);
    gauge(
        meters,
        "journal.publish.lag",
        "numbered entries that the broker has not acknowledged",
        seen -> seen.numbered() - seen.published());
    gauge(meters, "journal.parked", "events parked with their keys", Figures::parked);
    gauge(meters, "journal.breaks", "places that contradict what was signed", Figures::breaks);
  }

  void start(@Observes @Priority(600) StartupEvent event) {
    if (settings.running()) {
      thread.start();
    }
  }

  void stop(@Observes @Priority(4000) ShutdownEvent event) throws InterruptedException {
    stop.countDown();
    thread.join(12_000);
  }

  private void gauge(
      MeterRegistry meters, String name, String says, ToDoubleFunction<Figures> value) {
    Gauge.builder(name, this, self -> value.applyAsDouble(self.figures))
        .description(says)
        .register(meters);
  }

  private void run() {
    try {
      do {
        readUntilTrouble();
      } while (!stop.await(1, TimeUnit.SECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void readUntilTrouble() throws InterruptedException {
    try (Connection connection = connections.open("journal-meters");
        PreparedStatement select = connection.prepareStatement(FIGURES)) {
      do {
        try (ResultSet row = select.executeQuery()) {
          if (row.next()) {
            figures =
                new Figures(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
          }
        }
      } while (!stop.await(settings.receive().watch().toMillis(), TimeUnit.MILLISECONDS));
    } catch (SQLException e) {
      LOG.debugf("figures unknown: %s", e.getClass().getName());
    }
  }
}
