package gatehouse.journal.health;

import gatehouse.duty.OwnConnections;
import gatehouse.journal.JournalSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Asks for all figures in one query on a connection of its own, and keeps them as gauges. */
@ApplicationScoped
class JournalMeters {

  private static final Logger LOG = Logger.getLogger(JournalMeters.class);
  private static final int SECONDS = 5;

  private record Seen(Figure figure, AtomicLong number) {
    Gauge gauge(MeterRegistry meters) {
      return Gauge.builder(figure.name(), number, AtomicLong::doubleValue)
          .description(figure.says())
          .register(meters);
    }
  }

  private final JournalSettings settings;
  private final OwnConnections connections;
  private final MeterRegistry meters;
  private final List<Seen> figures;
  private final List<Gauge> gauges;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  JournalMeters(
      JournalSettings settings,
      OwnConnections connections,
      MeterRegistry meters,
      @All List<Figure> figures) {
    this.settings = settings;
    this.connections = connections;
    this.figures = figures.stream().map(one -> new Seen(one, new AtomicLong())).toList();
    this.meters = meters;
    this.gauges = this.figures.stream().map(one -> one.gauge(meters)).toList();
    this.thread = Thread.ofPlatform().daemon().name("journal-meters").unstarted(this::run);
  }

  void start(@Observes @Priority(600) StartupEvent event) {
    if (settings.running()) {
      thread.start();
    }
  }

  void stop(@Observes @Priority(4000) ShutdownEvent event) throws InterruptedException {
    stop.countDown();
    thread.join(12_000);
    // The registry outlives a live reload; a gauge of what is gone would hide the next one.
    gauges.forEach(meters::remove);
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
    String all =
        figures.stream()
            .map(one -> '(' + one.figure().sql() + ')')
            .collect(Collectors.joining(", ", "SELECT ", ""));
    try (Connection connection = connections.open("journal-meters");
        PreparedStatement select = connection.prepareStatement(all)) {
      do {
        read(select);
      } while (!stop.await(SECONDS, TimeUnit.SECONDS));
    } catch (SQLException e) {
      LOG.debugf("figures unknown: %s", e.getClass().getName());
    }
  }

  private void read(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      row.next();
      for (int i = 0; i < figures.size(); i++) {
        figures.get(i).number().set(row.getLong(i + 1));
      }
    }
  }
}
