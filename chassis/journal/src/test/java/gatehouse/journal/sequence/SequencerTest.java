package gatehouse.journal.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.duty.SoleLoop.Standing;
import gatehouse.embedded.Eventually;
import gatehouse.journal.JournalSettings;
import gatehouse.journal.Stage;
import gatehouse.journal.store.Entries;
import gatehouse.journal.store.StoredEntry;
import gatehouse.tree.Frontier;
import gatehouse.tree.Leaf;
import gatehouse.tree.SignedNote;
import gatehouse.tree.SigningKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequencerTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final Stage stage = new Stage();

  @Test
  void numbersHaveNoGapsEvenIfTransactionsRollBack() throws Exception {
    Sequencer sequencer = started(Map.of());

    for (int i = 1; i <= 30; i++) {
      rolledBack(Stage.entry("lost", i, null));
      stage.write(Stage.entry("kept", i, null));
    }

    awaitNumbered(30);
    sequencer.loop().stop();
    assertThat(stage.ask("SELECT seq FROM journal.leaves ORDER BY seq"))
        .isEqualTo(LongStream.rangeClosed(1, 30).mapToObj(Long::toString).toList());
    assertThat(stage.ask("SELECT subject FROM journal.entries WHERE subject = 'lost'")).isEmpty();
    assertThat(stage.ask("SELECT count(*) FROM journal.pending")).containsExactly("0");
  }

  @Test
  void anotherInstanceTakesOverWhenTheHoldersConnectionIsCut() throws Exception {
    Sequencer first = started(Map.of());
    Eventually.holds("holding", SOON, () -> first.loop().standing() == Standing.HOLDING);
    Sequencer second = started(Map.of());
    Eventually.holds("waiting", SOON, () -> second.loop().standing() == Standing.WAITING);

    for (int i = 1; i <= 20; i++) {
      stage.write(Stage.entry("a", i, null));
      if (i % 5 == 0) {
        Eventually.holds("cut", SOON, () -> stage.cut("journal-sequencer") > 0);
      }
    }

    awaitNumbered(20);
    Eventually.holds(
        "one holds and one waits",
        SOON,
        () -> {
          var standings = List.of(first.loop().standing(), second.loop().standing());
          return standings.contains(Standing.HOLDING) && standings.contains(Standing.WAITING);
        });
    Sequencer holder = first.loop().standing() == Standing.HOLDING ? first : second;
    Sequencer waiter = holder.equals(first) ? second : first;
    holder.loop().stop();
    stage.write(Stage.entry("a", 21, null));
    awaitNumbered(21);
    assertThat(waiter.loop().standing()).isEqualTo(Standing.HOLDING);
    waiter.loop().stop();
    assertThatTheTreeIsThatOfTheEntries();
  }

  @Test
  void everyCheckpointIsSignedByTheConfiguredKey() throws Exception {
    byte[] seed = new byte[32];
    seed[5] = 7;
    String configured = Base64.getEncoder().encodeToString(seed);
    Sequencer sequencer = started(Map.of("gatehouse.journal.sequence.signing-key", configured));

    for (int i = 1; i <= 5; i++) {
      stage.write(Stage.entry("a", i, null));
      awaitNumbered(i);
    }

    sequencer.loop().stop();
    String verifierKey = SigningKey.of("gatehouse/stage", seed).verifierKey();
    assertThat(stage.ask("SELECT verifier_key FROM journal.keys")).containsExactly(verifierKey);
    assertThat(stage.ask("SELECT seed FROM journal.keys WHERE seed IS NOT NULL")).isEmpty();
    List<String> notes = stage.ask("SELECT note FROM journal.checkpoints");
    assertThat(notes).hasSize(5);
    for (String note : notes) {
      assertThat(new SignedNote(note).isSignedBy(List.of(verifierKey))).isTrue();
    }
    assertThatTheTreeIsThatOfTheEntries();
  }

  @Test
  void theKeyMadeOnFirstStartStaysTheSame() throws Exception {
    Sequencer first = started(Map.of());
    stage.write(Stage.entry("a", 1, null));
    awaitNumbered(1);
    first.loop().stop();

    Sequencer second = started(Map.of());
    stage.write(Stage.entry("a", 2, null));
    awaitNumbered(2);
    second.loop().stop();

    String verifierKey = stage.ask("SELECT verifier_key FROM journal.keys").getFirst();
    for (String note : stage.ask("SELECT note FROM journal.checkpoints")) {
      assertThat(new SignedNote(note).isSignedBy(List.of(verifierKey))).isTrue();
    }
  }

  @Test
  void withoutTheRequiredKeyNothingIsNumbered() throws Exception {
    Sequencer sequencer =
        new Sequencer(
            stage.settings(Map.of("gatehouse.journal.sequence.signing-key-required", "true")),
            stage.connections(),
            InstantSource.system());

    try (Connection connection = stage.connections().open("stage")) {
      assertThatThrownBy(() -> sequencer.assume(connection))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("signing-key");
    }
  }

  @Test
  void onAServerThatMayLoseWhatItConfirmedNothingIsNumbered() throws Exception {
    Sequencer sequencer =
        new Sequencer(
            stage.settings(Map.of("gatehouse.journal.sequence.crash-safe-required", "true")),
            stage.connections(),
            InstantSource.system());

    try (Connection connection = stage.connections().open("stage")) {
      assertThatThrownBy(() -> sequencer.assume(connection))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("switch fsync on");
    }
  }

  @Test
  void aRoleThatMayCommitLaterDoesNot() throws Exception {
    try (Connection connection = stage.connections().open("stage");
        Statement alter = connection.createStatement()) {
      alter.execute("ALTER ROLE CURRENT_USER SET synchronous_commit = off");
    }

    assertThat(stage.ask("SHOW synchronous_commit")).containsExactly("on");
    assertThat(stage.ask("SELECT source FROM pg_settings WHERE name = 'synchronous_commit'"))
        .containsExactly("session");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE journal.entries SET subject = 'other'",
        "DELETE FROM journal.entries",
        "TRUNCATE journal.entries",
        "UPDATE journal.leaves SET hash = hash",
        "DELETE FROM journal.leaves",
        "UPDATE journal.checkpoints SET note = ''",
        "DELETE FROM journal.checkpoints",
        "DELETE FROM journal.inbox",
        "UPDATE journal.keys SET seed = NULL"
      })
  void theApplicationRoleCannotChangeOrRemoveProof(String change) throws Exception {
    stage.write(Stage.entry("a", 1, null));

    try (Connection connection = stage.connections().open("stage");
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(change))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  private Sequencer started(Map<String, String> given) {
    JournalSettings settings = stage.settings(given);
    Sequencer sequencer = new Sequencer(settings, stage.connections(), InstantSource.system());
    sequencer.loop().start();
    return sequencer;
  }

  private void awaitNumbered(long count) throws Exception {
    Eventually.holds(
        count + " numbered",
        SOON,
        () ->
            stage.ask("SELECT count(*) FROM journal.leaves").equals(List.of(Long.toString(count))));
  }

  private void rolledBack(StoredEntry entry) throws SQLException {
    try (Connection connection = stage.connections().open("stage")) {
      connection.setAutoCommit(false);
      Entries.insert(connection, List.of(entry));
      connection.rollback();
    }
  }

  private static Leaf leaf(StoredEntry row) {
    return new Leaf(row.id(), row.type(), row.topic(), row.requestId(), row.salt(), row.body());
  }

  /** Recomputes the tree from the entries alone and compares it with the last checkpoint. */
  private void assertThatTheTreeIsThatOfTheEntries() throws SQLException {
    Frontier tree = new Frontier();
    try (Connection connection = stage.connections().open("stage")) {
      Entries.after(connection, 0, 10_000).forEach(one -> tree.add(leaf(one.entry()).data()));
    }
    String note =
        stage.ask("SELECT note FROM journal.checkpoints ORDER BY size DESC LIMIT 1").getFirst();
    assertThat(note.lines().toList().subList(1, 3))
        .containsExactly(
            Long.toString(tree.size()), Base64.getEncoder().encodeToString(tree.root()));
  }
}
