package gatehouse.journal.append;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.f4b6a3.uuid.UuidCreator;
import gatehouse.embedded.EmbeddedPostgres;
import gatehouse.embedded.Ports;
import gatehouse.journal.Actor;
import gatehouse.journal.Entry;
import gatehouse.journal.Stage;
import gatehouse.journal.sequence.Sequencer;
import gatehouse.journal.store.Entries;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Prints how many entries a second {@code record} and {@code append} take, from the entry that a
 * caller hands over (JSON, salt and all), with a sequencer at work beside them, against a
 * PostgreSQL that writes to the disk. Each part runs twice, the first time only to warm up. Never
 * part of the tests.
 *
 * <pre>
 * ./mvnw -q -pl chassis/journal test-compile dependency:build-classpath \
 *     -Dmdep.includeScope=test -Dmdep.outputFile=target/classpath
 * java -cp chassis/journal/target/test-classes:chassis/journal/target/classes:$(cat
 *     chassis/journal/target/classpath) gatehouse.journal.append.JournalBench [seconds]
 * </pre>
 */
public final class JournalBench {

  private static final int RECORDERS = 256;
  private static final int APPENDERS = 16;
  private static final int AGGREGATES = 1_000;
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private static final Envelopes ENVELOPES =
      new Envelopes(
          JsonMapper.builder().addModule(new JavaTimeModule()).build(),
          UuidCreator::getTimeOrderedEpochPlus1,
          InstantSource.system());

  private JournalBench() {}

  /** Takes the seconds that each part lasts, 10 if none are given. */
  public static void main(String[] arguments) throws Exception {
    Duration time = Duration.ofSeconds(arguments.length == 0 ? 10 : Long.parseLong(arguments[0]));
    Path folder = Files.createTempDirectory("journal-bench");
    try (EmbeddedPostgres server =
        EmbeddedPostgres.persistent(
            folder.resolve("data"), Ports.free(), folder.resolve("postgres.log"))) {
      Stage stage = new Stage(server);
      Sequencer sequencer =
          new Sequencer(stage.settings(Map.of()), stage.connections(), InstantSource.system());
      sequencer.loop().start();
      System.out.printf(
          "%d processors, Java %s, PostgreSQL with fsync, data in %s%n",
          Runtime.getRuntime().availableProcessors(), Runtime.version(), folder);
      for (Duration each : List.of(WARM_UP, time)) {
        System.out.printf("%n%d s of each:%n", each.toSeconds());
        record(stage, each);
        drain(stage);
        append(stage, each);
        drain(stage);
      }
      sequencer.loop().stop();
    }
  }

  private static void record(Stage stage, Duration time) throws Exception {
    GroupCommit group = new GroupCommit(stage.settings(Map.of()), stage.connections());
    group.start(new StartupEvent());
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      measure(
          "record, " + RECORDERS + " writers",
          writers,
          RECORDERS,
          time,
          () -> () -> group.write(Unit.of(ENVELOPES.seal(decided("subject")))));
    }
    group.stop(new ShutdownEvent());
  }

  private static void append(Stage stage, Duration time) throws Exception {
    try (ExecutorService writers = Executors.newFixedThreadPool(APPENDERS)) {
      measure(
          "append with its aggregate, " + APPENDERS + " connections",
          writers,
          APPENDERS,
          time,
          () -> {
            Connection own = stage.connections().open("bench");
            own.setAutoCommit(false);
            return () -> changeAndAppend(own);
          });
    }
  }

  private static void changeAndAppend(Connection connection) throws Exception {
    String subject = "subject-" + (System.nanoTime() % AGGREGATES);
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO aggregates VALUES (?, 1) ON CONFLICT (key)"
                + " DO UPDATE SET version = aggregates.version + 1")) {
      upsert.setString(1, subject);
      upsert.executeUpdate();
    }
    Entries.insert(connection, List.of(ENVELOPES.seal(decided(subject))));
    connection.commit();
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
      String name, ExecutorService writers, int count, Duration time, Callable<Act> acts)
      throws Exception {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    Callable<List<Long>> writer =
        () -> {
          Act act = acts.call();
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

  private static void drain(Stage stage) throws Exception {
    long start = System.nanoTime();
    String left = "";
    while (!left.equals("0")) {
      left = stage.ask("SELECT count(*) FROM journal.pending").getFirst();
    }
    System.out.printf(
        "  numbered, hashed and signed %.1f s later%n", (System.nanoTime() - start) / 1e9);
  }

  /** What is measured. */
  private interface Act {
    void run() throws Exception;
  }
}
