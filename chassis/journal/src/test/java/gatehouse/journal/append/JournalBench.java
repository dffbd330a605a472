package gatehouse.journal.append;

import gatehouse.embedded.Parts;
import gatehouse.embedded.SwitchablePostgres;
import gatehouse.journal.Actor;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Prints how many entries a second {@link Journal#record} and {@link Journal#append} take, as
 * services call them: the bean, and for {@code append} a transaction that changes an aggregate
 * through the pool. The sequencer and everything else of a running service is at work beside them,
 * and PostgreSQL writes to the disk. Each part runs twice, the first time only to warm up. No test:
 * run with
 *
 * <pre>./mvnw -pl chassis/journal test -Dtest=JournalBench -Dseconds=10</pre>
 */
@QuarkusTest
@WithTestResource(value = Parts.class, initArgs = @ResourceArg(name = "kafka", value = "false"))
@WithTestResource(
    value = SwitchablePostgres.class,
    initArgs = @ResourceArg(name = "database", value = "journalbench"))
class JournalBench {
  private static final int RECORDERS = 256;
  private static final int APPENDERS = 16;
  private static final int AGGREGATES = 1_000;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofMillis(20);

  private static final String CHANGE =
      "INSERT INTO aggregates VALUES (?, 1) ON CONFLICT (key)"
          + " DO UPDATE SET version = aggregates.version + 1";

  @Inject Journal journal;
  @Inject DataSource dataSource;

  @Test
  void figures() throws Exception {
    System.out.printf(
        "%d processors, Java %s, PostgreSQL with fsync%n",
        Runtime.getRuntime().availableProcessors(), Runtime.version());
    for (Duration each : List.of(WARM_UP, Duration.ofSeconds(Integer.getInteger("seconds", 10)))) {
      System.out.printf("%n%d s of each:%n", each.toSeconds());
      try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
        String name = "record, " + RECORDERS + " writers";
        measure(name, writers, RECORDERS, each, () -> journal.record(decided("subject")));
      }
      drain();
      try (ExecutorService writers = Executors.newFixedThreadPool(APPENDERS)) {
        String name = "append with its aggregate, " + APPENDERS + " callers";
        measure(name, writers, APPENDERS, each, this::changeAndAppend);
      }
      drain();
    }
  }

  private void changeAndAppend() {
    String subject = "subject-" + (System.nanoTime() % AGGREGATES);
    QuarkusTransaction.requiringNew()
        .run(() -> {
          try (Connection connection = dataSource.getConnection();
              PreparedStatement change = connection.prepareStatement(CHANGE)) {
            change.setString(1, subject);
            change.executeUpdate();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
          journal.append(decided(subject));
        });
  }

  /** As long as a permit of the gateway. */
  private static Entry decided(String subject) {
    return Entry.of("gatehouse.stage.thing.decided.v1", subject)
        .by(new Actor("TESTER", "dev.nobody"))
        .clauses("G-01", "E-02")
        .version(1)
        .data(
            Map.of(
                "decision", "PERMIT",
                "application", "app-1",
                "purpose", "TREATMENT",
                "categories", List.of("LAB", "IMAGING", "NOTES"),
                "destination", "LOCAL"))
        .build();
  }

  private static void measure(
      String name, ExecutorService writers, int count, Duration time, Runnable act)
      throws Exception {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    Callable<List<Long>> writer =
        () -> {
          List<Long> taken = new ArrayList<>();
          while (System.nanoTime() < end) {
            long before = System.nanoTime();
            act.run();
            taken.add(System.nanoTime() - before);
          }
          return taken;
        };
    List<Long> all = new ArrayList<>();
    for (Future<List<Long>> each : writers.invokeAll(Collections.nCopies(count, writer))) {
      all.addAll(each.get());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Collections.sort(all);
    System.out.printf(
        "%s: %d entries, %.0f/s, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        name,
        all.size(),
        all.size() / seconds,
        all.get(all.size() / 2) / 1e6,
        all.get((int) (all.size() * 0.99)) / 1e6,
        all.getLast() / 1e6);
  }

  /** Until everything has its number. */
  private void drain() throws SQLException {
    long start = System.nanoTime();
    while (pending() > 0) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
    System.out.printf("  numbered %.1f s after the last%n", (System.nanoTime() - start) / 1e9);
  }

  private long pending() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT count(*) FROM journal.pending");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
