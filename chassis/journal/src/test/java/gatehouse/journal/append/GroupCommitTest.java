package gatehouse.journal.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.duty.OwnConnections;
import gatehouse.journal.NotRecordedException;
import gatehouse.journal.Stage;
import gatehouse.journal.store.StoredEntry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

  private final Stage stage = new Stage();
  private final List<GroupCommit> started = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (GroupCommit group : started) {
      group.stop(new ShutdownEvent());
    }
  }

  @Test
  void manyWritersLoseNothing() throws Exception {
    GroupCommit group = started(stage.connections(), Map.of());

    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        String subject = "subject-" + i;
        tasks.add(() -> {
          for (int version = 1; version <= 20; version++) {
            group.write(Unit.of(Stage.entry(subject, version, null)));
          }
          return true;
        });
      }
      for (Future<Boolean> task : writers.invokeAll(tasks)) {
        assertThat(task.get()).isTrue();
      }
    }

    assertThat(stage.ask("SELECT count(*) FROM journal.entries")).containsExactly("1280");
    assertThat(stage.ask("SELECT count(*) FROM journal.pending")).containsExactly("1280");
    assertThat(
            stage.ask(
                "SELECT version FROM journal.entries WHERE subject = 'subject-7' ORDER BY position"))
        .isEqualTo(LongStream.rangeClosed(1, 20).mapToObj(Long::toString).toList());
  }

  @Test
  void aConnectionThatDiedInBetweenCostsNoEntry() throws Exception {
    GroupCommit group = started(stage.connections(), Map.of());
    group.write(Unit.of(Stage.entry("a", 1, null)));

    assertThat(stage.cut("journal-writer")).isOne();
    group.write(Unit.of(Stage.entry("a", 2, null)));

    assertThat(stage.ask("SELECT version FROM journal.entries ORDER BY position"))
        .containsExactly("1", "2");
  }

  @Test
  void anEntryThatIsThereAlreadyIsNotWrittenTwice() throws Exception {
    GroupCommit group = started(stage.connections(), Map.of());
    StoredEntry entry = Stage.entry("a", 1, null);

    group.write(Unit.of(entry));
    group.write(Unit.of(entry));

    assertThat(stage.ask("SELECT count(*) FROM journal.entries")).containsExactly("1");
    assertThat(stage.ask("SELECT count(*) FROM journal.pending")).containsExactly("1");
  }

  @Test
  void withoutADatabaseTheCallFails() {
    OwnConnections nowhere =
        new OwnConnections(
            "jdbc:postgresql://127.0.0.1:1/none", Optional.of("x"), Optional.of("x"));
    GroupCommit group = started(nowhere, Map.of());

    assertThatThrownBy(() -> group.write(Unit.of(Stage.entry("a", 1, null))))
        .isInstanceOf(NotRecordedException.class)
        .hasMessageContaining("could not write");
  }

  /** A class that cannot be loaded is no exception; all that is recorded later needs the thread. */
  @Test
  void anErrorCostsItsGroupAndNoOther() throws Exception {
    AtomicBoolean broken = new AtomicBoolean(true);
    OwnConnections brokenOnce =
        new OwnConnections(
            "jdbc:postgresql://127.0.0.1:1/none", Optional.empty(), Optional.empty()) {
          @Override
          public Connection open(String purpose) throws SQLException {
            if (broken.getAndSet(false)) {
              throw new NoClassDefFoundError("a class that the writer needs");
            }
            return stage.connections().open(purpose);
          }
        };
    GroupCommit group = started(brokenOnce, Map.of());
    assertThatThrownBy(() -> group.write(Unit.of(Stage.entry("a", 1, null))))
        .isInstanceOf(NotRecordedException.class)
        .hasCauseInstanceOf(NoClassDefFoundError.class);

    group.write(Unit.of(Stage.entry("a", 2, null)));

    assertThat(stage.ask("SELECT version FROM journal.entries")).containsExactly("2");
  }

  @Test
  void aWriterThatIsHeldUpIsNotWaitedForWithoutEnd() throws Exception {
    GroupCommit group =
        started(
            stage.connections(),
            Map.of(
                "gatehouse.journal.record.batch", "1",
                "gatehouse.journal.record.patience", "PT0.3S"));
    group.write(Unit.of(Stage.entry("before", 1, null)));

    try (Connection connection = stage.connections().open("blocker");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // Conflicts with every insert; the application role may not lock the table itself.
      statement.execute(
          "INSERT INTO journal.entries (id, type, subject, version, occurred_at,"
              + " recorded_at, actor_role, actor_hash, clauses, body) VALUES"
              + " ('00000000-0000-7000-8000-000000000001', 't', 's', 0, now(), now(), 'r', 'h', '{}',"
              + " '')");
      StoredEntry held = blockedBehind("00000000-0000-7000-8000-000000000001");
      assertThatThrownBy(() -> group.write(Unit.of(held)))
          .isInstanceOf(NotRecordedException.class)
          .hasMessageContaining("it may be written");
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> group.write(Unit.of(Stage.entry("late", 1, null))))
            .isInstanceOf(NotRecordedException.class)
            .hasMessageContaining("did not come");
      }
      connection.rollback();
    }

    group.write(Unit.of(Stage.entry("after", 1, null)));
    assertThat(stage.ask("SELECT subject FROM journal.entries ORDER BY position"))
        .containsExactly("before", "held", "after");
  }

  @Test
  void aFullQueueRefusesAtOnce() throws Exception {
    // Never started: nobody empties the queue.
    GroupCommit group =
        new GroupCommit(
            stage.settings(
                Map.of(
                    "gatehouse.journal.record.queue", "1",
                    "gatehouse.journal.record.patience", "PT2S")),
            stage.connections());

    List<String> answers = new ArrayList<>();
    try (ExecutorService writers = Executors.newFixedThreadPool(3)) {
      Callable<String> write =
          () -> {
            try {
              group.write(Unit.of(Stage.entry("a", 1, null)));
              return "written";
            } catch (NotRecordedException e) {
              return String.valueOf(e.getMessage());
            }
          };
      for (Future<String> answer : writers.invokeAll(List.of(write, write, write))) {
        answers.add(answer.get());
      }
    }

    assertThat(answers)
        .containsExactlyInAnyOrder(
            "the journal did not come to write the entry in time",
            "the journal takes no more entries at present",
            "the journal takes no more entries at present");
  }

  private static StoredEntry blockedBehind(String id) {
    StoredEntry some = Stage.entry("held", 1, null);
    return new StoredEntry(
        UUID.fromString(id),
        some.type(),
        some.subject(),
        some.version(),
        some.occurredAt(),
        some.recordedAt(),
        some.actorRole(),
        some.actorHash(),
        some.clauses(),
        some.topic(),
        some.requestId(),
        some.salt(),
        some.body());
  }

  private GroupCommit started(OwnConnections connections, Map<String, String> given) {
    GroupCommit group = new GroupCommit(stage.settings(given), connections);
    group.start(new StartupEvent());
    started.add(group);
    return group;
  }
}
