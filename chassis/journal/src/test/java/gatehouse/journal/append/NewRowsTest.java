package gatehouse.journal.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.embedded.EmbeddedPostgres;
import gatehouse.embedded.Ports;
import gatehouse.journal.NotRecordedException;
import gatehouse.journal.Stage;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that share a commit with entries: all of a unit or none, and nobody else's. */
class NewRowsTest {
  private static final String ENTRIES = "SELECT subject FROM journal.entries ORDER BY 1";
  private static final String ROWS = "SELECT key FROM aggregates ORDER BY 1";

  private final List<GroupCommit> started = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (GroupCommit group : started) {
      group.stop(new ShutdownEvent());
    }
  }

  @Test
  void aRowThatIsRefusedTakesItsOwnEntryOnly() throws Exception {
    Stage stage = new Stage();
    GroupCommit group = group(stage, Map.of());
    Queue<String> refused = new ConcurrentLinkedQueue<>();
    List<Thread> writers =
        IntStream.range(0, 40)
            .mapToObj(i -> "thing-" + (10 + i))
            .map(key ->
                Thread.startVirtualThread(() -> {
                  try {
                    group.write(unit(key, new Thing(key.endsWith("0") ? null : key)));
                  } catch (NotRecordedException e) {
                    refused.add(key);
                  }
                }))
            .toList();
    // All wait before the writer starts: one group takes them.
    while (!writers.stream().allMatch(it -> it.getState() == Thread.State.TIMED_WAITING)) {
      Thread.onSpinWait();
    }

    group.start(new StartupEvent());
    for (Thread writer : writers) {
      writer.join();
    }

    assertThat(refused).containsExactlyInAnyOrder("thing-10", "thing-20", "thing-30", "thing-40");
    assertThat(stage.ask(ROWS)).hasSize(36).isEqualTo(stage.ask(ENTRIES));
  }

  @Test
  void anEntryThatIsRefusedTakesItsRow() throws Exception {
    Stage stage = new Stage();
    GroupCommit group = group(stage, Map.of());
    group.start(new StartupEvent());

    // PostgreSQL has no zero byte in texts.
    assertThatThrownBy(() -> group.write(unit("zero\0byte", new Thing("lonely"))))
        .isInstanceOf(NotRecordedException.class);

    assertThat(stage.ask(ROWS)).isEmpty();
  }

  @Test
  void rowsThatAreWrittenAgainStayAsTheyWere() throws Exception {
    Stage stage = new Stage();
    GroupCommit group = group(stage, Map.of());
    group.start(new StartupEvent());
    Unit unit = unit("again", new Thing("again"));

    group.write(unit);
    group.write(unit);

    assertThat(stage.ask(ROWS)).containsExactly("again");
    assertThat(stage.ask(ENTRIES)).containsExactly("again");
  }

  @Test
  void aDatabaseThatRestartsLeavesNoHalves(@TempDir Path folder) throws Exception {
    int port = Ports.free();
    EmbeddedPostgres server = persistent(folder, port);
    Stage stage = new Stage(server);
    GroupCommit group = group(stage, Map.of("gatehouse.journal.record.patience", "PT2S"));
    group.start(new StartupEvent());
    Set<String> acknowledged = new TreeSet<>();
    AtomicBoolean done = new AtomicBoolean();
    List<Thread> writers =
        IntStream.range(0, 16)
            .mapToObj(i ->
                Thread.startVirtualThread(() -> {
                  for (int n = 0; !done.get(); n++) {
                    tell(group, i + "-" + n, acknowledged);
                  }
                }))
            .toList();

    for (int restarts = 0; restarts < 2; restarts++) {
      more(acknowledged, 200);
      server.close();
      server = persistent(folder, port);
    }
    more(acknowledged, 200);
    done.set(true);
    for (Thread writer : writers) {
      writer.join();
    }

    List<String> rows = stage.ask(ROWS);
    assertThat(rows).isEqualTo(stage.ask(ENTRIES));
    assertThat(rows).containsAll(acknowledged);
    server.close();
  }

  private static EmbeddedPostgres persistent(Path folder, int port) {
    return EmbeddedPostgres.persistent(folder.resolve("data"), port, folder.resolve("log"));
  }

  private static void tell(GroupCommit group, String key, Set<String> acknowledged) {
    try {
      group.write(unit(key, new Thing(key)));
      synchronized (acknowledged) {
        acknowledged.add(key);
      }
    } catch (NotRecordedException _) {
      // Whether it was written after all, the comparison of rows and entries tells.
      Thread.onSpinWait();
    }
  }

  /** Returns when so many more were acknowledged. */
  private static void more(Set<String> acknowledged, int many) {
    int enough = size(acknowledged) + many;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (size(acknowledged) < enough && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    assertThat(size(acknowledged)).isGreaterThanOrEqualTo(enough);
  }

  private static int size(Set<String> acknowledged) {
    synchronized (acknowledged) {
      return acknowledged.size();
    }
  }

  private GroupCommit group(Stage stage, Map<String, String> given) {
    GroupCommit group = new GroupCommit(stage.settings(given), stage.connections());
    started.add(group);
    return group;
  }

  private static Unit unit(String subject, NewRow row) {
    Unit unit = Unit.of(Stage.entry(subject, 1, null));
    unit.add(row);
    return unit;
  }

  /** A row of the stage; without a key the database refuses it. */
  private record Thing(@Nullable String key) implements NewRow {
    private static final Table AGGREGATES =
        new Table(
            "aggregates",
            "key",
            List.of(new Column("key", Type.TEXT), new Column("version", Type.BIGINT)));

    @Override
    public Table table() {
      return AGGREGATES;
    }

    @Override
    public List<@Nullable Object> values() {
      return Arrays.asList(key, 1L);
    }
  }
}
