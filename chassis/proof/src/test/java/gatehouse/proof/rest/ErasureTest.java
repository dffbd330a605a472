package gatehouse.proof.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.embedded.Eventually;
import gatehouse.journal.sequence.Sequencer;
import gatehouse.journal.store.Entries;
import gatehouse.journal.store.StoredEntry;
import gatehouse.proof.Stage;
import gatehouse.proof.store.Checkpoints;
import gatehouse.proof.store.Checkpoints.Signed;
import gatehouse.proof.store.ExportedEntry;
import gatehouse.proof.store.Exports;
import gatehouse.verify.Replay;
import gatehouse.verify.Verdict;
import gatehouse.verify.Verdict.Tampered;
import gatehouse.verify.Verdict.Verified;
import gatehouse.verify.export.ExportFile;
import gatehouse.verify.note.Checkpoint;
import gatehouse.verify.note.VerifierKey;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureTest {

  private static final String ERASE = "SELECT erased, left_plain FROM journal.erase('gone')";

  private static final String WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted";

  @AutoClose private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

  private final Stage stage = new Stage();

  @TempDir Path folder;

  @Test
  void anErasedSubjectIsGoneAndTheJournalStaysProven() throws Exception {
    stage.write(Stage.entry("kept", 1, null), Stage.entry("gone", 1, null));
    stage.write(Stage.entry("gone", 2, null), withoutRequestId(Stage.entry("gone", 3, null)));
    stage.write(Stage.entry("kept", 2, null));
    number();
    String witness = latest().note();

    assertThat(stage.erase("gone", List.of(List.of(2L, 4L)))).containsExactly(3L, 0L);
    number();

    Verdict verdict = replay(witness);
    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(verdict.tally().erased().count()).isEqualTo(3);
    assertThat(verdict.tally().erased().first()).isEqualTo(2);
    assertThat(verdict.tally().proven()).isEqualTo(5);
    assertThat(stage.ask("SELECT position FROM journal.entries WHERE subject = 'gone'")).isEmpty();
    assertThat(stage.ask("SELECT e::text FROM journal.entries e WHERE commitment IS NOT NULL"))
        .hasSize(3)
        .noneMatch(row -> row.contains("gone") || row.contains("request-1"));
  }

  @Test
  void entriesFromBeforeTheSaltAreCountedAndLeft() throws Exception {
    stage.write(withoutSalt(Stage.entry("gone", 1, null)), Stage.entry("gone", 2, null));
    number();
    String witness = latest().note();

    assertThat(stage.erase("gone", List.of(List.of(2L, 2L)))).containsExactly(1L, 1L);
    number();

    Verdict verdict = replay(witness);
    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(verdict.tally().plain()).isOne();
    assertThat(verdict.tally().erased().count()).isOne();
  }

  @Test
  void whatTheOwnerErasesByHandIsFound() throws Exception {
    stage.write(Stage.entry("kept", 1, null), Stage.entry("gone", 1, null));
    number();
    String witness = latest().note();

    stage.asOwner(ERASE);

    Verdict verdict = replay(witness);
    assertThat(verdict).isInstanceOf(Tampered.class);
    assertThat(((Tampered) verdict).finding().sentence())
        .isEqualTo("entry 2 was erased without an order");
  }

  @Test
  void whatAnOrderDoesNotNameIsNotErased() throws Exception {
    stage.write(Stage.entry("gone", 1, null), Stage.entry("gone", 2, null));
    number();

    for (List<List<Long>> named :
        List.of(List.<List<Long>>of(), List.of(List.of(1L, 1L)), List.of(List.of(1L, 3L)))) {
      assertThatThrownBy(() -> stage.erase("gone", named))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("the order does not name what it erases");
    }
    assertThat(stage.ask("SELECT 1 FROM journal.entries WHERE subject = 'gone'")).hasSize(2);
  }

  @Test
  void whatIsNotYetPublishedIsNotErased() throws Exception {
    stage.write(Stage.entry("gone", 1, "stage.thing.v1"));
    number();

    assertThatThrownBy(() -> stage.asOwner(ERASE))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("still to be numbered or published");
  }

  /** An entry that is committed while the order runs: between its first statement and its last. */
  @Test
  void whatComesMeanwhileIsNotErasedBeforeItIsNumbered() throws Exception {
    stage.write(Stage.entry("gone", 1, null));
    number();

    Future<List<Long>> erased;
    try (Connection other = stage.owner()) {
      other.setAutoCommit(false);
      try (Statement lock = other.createStatement()) {
        lock.execute("LOCK TABLE journal.entries IN SHARE MODE");
      }
      erased = background.submit(() -> stage.asOwner(ERASE));
      Eventually.holds(
          "erasing waits for the table",
          Duration.ofSeconds(20),
          () -> !stage.ask(WAITING).equals(List.of("0")));
      Entries.insert(other, List.of(Stage.entry("gone", 2, null)));
      other.commit();
    }

    assertThatThrownBy(erased::get)
        .hasCauseInstanceOf(SQLException.class)
        .hasMessageContaining("still to be numbered or published");
    assertThat(stage.ask("SELECT version FROM journal.entries WHERE subject = 'gone' ORDER BY 1"))
        .containsExactly("1", "2");
  }

  @Test
  void theApplicationRoleCannotErase() throws Exception {
    stage.write(Stage.entry("gone", 1, null));

    assertThatThrownBy(() -> stage.ask(ERASE))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  private void number() throws Exception {
    Sequencer sequencer =
        new Sequencer(stage.journal(), stage.connections(), InstantSource.system());
    sequencer.loop().start();
    Eventually.holds(
        "numbered",
        Duration.ofSeconds(20),
        () -> stage.ask("SELECT count(*) FROM journal.pending").equals(List.of("0")));
    sequencer.loop().stop();
  }

  private Signed latest() throws SQLException {
    try (Connection connection = stage.connections().open("stage")) {
      Signed latest = Checkpoints.latest(connection);
      assertThat(latest).isNotNull();
      return latest;
    }
  }

  private Verdict replay(String witness) throws Exception {
    ByteArrayOutputStream export = new ByteArrayOutputStream();
    try (Connection connection = stage.connections().open("stage")) {
      for (ExportedEntry entry : Exports.entries(connection, 0, 100)) {
        export.writeBytes(ExportLines.entry(entry));
      }
      for (Signed one : Exports.checkpoints(connection, 1, 0, 100)) {
        export.writeBytes(ExportLines.checkpoint(one.note()));
      }
    }
    assertThat(export.toString(UTF_8)).contains("\"commitment\"");
    Path file = Files.write(folder.resolve("export"), export.toByteArray());
    String key = stage.ask("SELECT verifier_key FROM journal.keys").getFirst();
    return new Replay(List.of(Checkpoint.parse(witness)), List.of(VerifierKey.parse(key)))
        .run(ExportFile.open(file), bytes -> {});
  }

  private static StoredEntry withoutRequestId(StoredEntry entry) {
    return changed(entry, null, entry.salt());
  }

  private static StoredEntry withoutSalt(StoredEntry entry) {
    return changed(entry, entry.requestId(), null);
  }

  private static StoredEntry changed(
      StoredEntry entry, @Nullable String requestId, byte @Nullable [] salt) {
    return new StoredEntry(
        entry.id(),
        entry.type(),
        entry.subject(),
        entry.version(),
        entry.occurredAt(),
        entry.recordedAt(),
        entry.actorRole(),
        entry.actorHash(),
        entry.clauses(),
        entry.topic(),
        requestId,
        salt,
        entry.body());
  }
}
