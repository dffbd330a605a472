package gatehouse.proof.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Eventually;
import gatehouse.journal.Actor;
import gatehouse.journal.Entry;
import gatehouse.journal.sequence.Sequencer;
import gatehouse.proof.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal in a real PostgreSQL, and somebody with the owner's rights over it. */
class InspectorTest {

  private static final int ENTRIES = 40;

  private final Stage stage = new Stage();
  private Instant now = Instant.parse("2026-11-22T05:00:00Z");
  private Inspector inspector;

  @BeforeEach
  void write() throws Exception {
    Sequencer sequencer =
        new Sequencer(stage.journal(), stage.connections(), InstantSource.system());
    sequencer.loop().start();
    for (int i = 1; i <= ENTRIES; i++) {
      stage.write(Stage.entry("s" + i, i, null));
      if (i % 10 == 0) {
        awaitNumbered(i);
      }
    }
    sequencer.loop().stop();
    inspector =
        new Inspector(
            stage.journal(),
            stage.proof(Map.of("gatehouse.proof.inspect.batch", "4")),
            stage.connections(),
            Stage.ENVELOPES,
            () -> now);
  }

  @Test
  void anUntouchedJournalHasNoBreak() throws Exception {
    inspected();

    assertThat(breaks()).isEmpty();
    assertThat(stage.ask("SELECT size FROM journal.passes"))
        .containsExactly(Integer.toString(ENTRIES), Integer.toString(ENTRIES));
  }

  @Test
  void anErasedSubjectIsNoBreak() throws Exception {
    stage.erase("s7", List.of(List.of(7L, 7L)));

    inspected();

    assertThat(breaks()).isEmpty();
  }

  @Test
  @Clause("E-11")
  void whatIsErasedByHandIsFound() throws Exception {
    stage.erase("s7", List.of(List.of(7L, 7L)));
    stage.asOwner("SELECT * FROM journal.erase('s8')");

    inspected();

    assertThat(breaks()).containsExactly("ENTRY_CHANGED 8 8");
  }

  @Test
  void whatWasErasedBeforeOrdersNamedAnythingIsNoBreak() throws Exception {
    stage.asOwner("SELECT * FROM journal.erase('s8')");
    stage.write(
        Stage.ENVELOPES.seal(
            Entry.of("gatehouse.journal.erasure.ordered.v1", "erasure/test")
                .by(new Actor("DATA_STEWARD", "dev.nobody"))
                .data(Map.of("reference", "2026/17"))
                .build()));

    inspected();

    assertThat(breaks()).isEmpty();
  }

  @Test
  @Clause("E-11")
  void anEditedBodyIsFoundInTheNextPassAndOnlyOnce() throws Exception {
    inspected();
    edit("UPDATE journal.entries SET body = convert_to('{\"data\":{\"x\":1}}', 'UTF8')", 13);
    inspected();
    assertThat(breaks()).as("not before the whole is looked at again").isEmpty();

    now = now.plus(Duration.ofDays(1));
    inspected();
    now = now.plus(Duration.ofDays(1));
    inspected();

    assertThat(breaks()).containsExactly("ENTRY_CHANGED 13 13");
    assertThat(
            stage.ask(
                "SELECT type FROM journal.entries WHERE topic IS NULL AND type LIKE '%break%'"))
        .containsExactly(BreakFound.TYPE);
  }

  @Test
  void anEditedColumnIsFoundThoughNoLeafCommitsToIt() throws Exception {
    edit("UPDATE journal.entries SET subject = 'somebody else'", 21);

    inspected();

    assertThat(breaks()).containsExactly("ENTRY_CHANGED 21 21");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "body = convert_to('{\"data\":{\"x\":1}}', 'UTF8')",
        "subject = 's7'",
        "actor_hash = 'somebody'",
        "clauses = '{G-02}'",
        "occurred_at = occurred_at - interval '1 day'"
      })
  @Clause("E-11")
  void whatIsPutIntoAnErasedEntryIsFound(String words) throws Exception {
    stage.erase("s7", List.of(List.of(7L, 7L)));
    edit("UPDATE journal.entries SET " + words, 7);

    inspected();

    assertThat(breaks()).containsExactly("ENTRY_CHANGED 7 7");
  }

  @Test
  void anEditedClauseIsFoundThoughNoLeafCommitsToIt() throws Exception {
    edit("UPDATE journal.entries SET clauses = '{G-99}'", 21);

    inspected();

    assertThat(breaks()).containsExactly("ENTRY_CHANGED 21 21");
  }

  @Test
  void aRemovedEntryIsFound() throws Exception {
    edit("DELETE FROM journal.entries", 5);

    inspected();

    assertThat(breaks()).containsExactly("ENTRY_MISSING 5 5");
  }

  @Test
  @Clause("E-11")
  void anEntryWhoseLeafWasComputedAnewDoesNotGiveTheSignedTree() throws Exception {
    edit("UPDATE journal.leaves SET hash = sha256('another'::bytea)", 12);
    edit("DELETE FROM journal.entries", 12);

    inspected();

    assertThat(breaks()).hasSize(2).contains("ENTRY_MISSING 12 12");
    assertThat(
            stage.ask(
                "SELECT kind FROM journal.breaks WHERE first <= 12 AND last >= 12 ORDER BY kind"))
        .containsExactly("ENTRY_MISSING", "ROOT_DIFFERS");
  }

  @Test
  void removedNumbersAreFoundAndTheWalkGoesOnBehindThem() throws Exception {
    stage.asOwner(
        "WITH gone AS (DELETE FROM journal.leaves WHERE seq BETWEEN 3 AND 4 RETURNING 1)"
            + " SELECT count(*) FROM gone");
    edit("DELETE FROM journal.entries", 33);

    inspected();

    assertThat(breaks()).containsExactly("ENTRY_MISSING 33 33", "NUMBER_MISSING 3 4");
  }

  @Test
  void aCheckpointThatNobodySignedIsFound() throws Exception {
    stage.asOwner(
        "WITH forged AS (UPDATE journal.checkpoints SET note = regexp_replace(note, '.{8}\\n$', E'AAAAAAA=\\n')"
            + " WHERE size = 40 RETURNING 1) SELECT count(*) FROM forged");

    inspected();

    assertThat(breaks()).containsExactly("CHECKPOINT_FORGED 40 40");
  }

  @Test
  @Clause("E-11")
  void aJournalThatWasSetBackIsFound() throws Exception {
    stage.asOwner(
        "WITH told AS (UPDATE journal.told SET size = 40 RETURNING 1),"
            + " gone AS (DELETE FROM journal.leaves WHERE seq > 30 RETURNING 1),"
            + " unsigned AS (DELETE FROM journal.checkpoints WHERE size > 30 RETURNING 1)"
            + " SELECT count(*) FROM told");

    inspected();

    assertThat(breaks()).containsExactly("SET_BACK 31 40");
  }

  @Test
  void whoRewritesEverythingHasBrokenItOnce() throws Exception {
    stage.asOwner(
        "WITH edited AS (UPDATE journal.entries SET body = '{}' RETURNING 1)"
            + " SELECT count(*) FROM edited");

    inspected();
    now = now.plus(Duration.ofDays(1));
    inspected();

    assertThat(breaks()).containsExactly("ENTRY_CHANGED 1 40");
  }

  @Test
  void aTurnLooksAtNoMoreThanItsShare() throws Exception {
    try (Connection connection = stage.connections().open("stage")) {
      connection.setAutoCommit(false);
      inspector.work(connection);
    }

    assertThat(stage.ask("SELECT size FROM journal.passes ORDER BY pass"))
        .as("four of all, ten times as many of what is new")
        .containsExactly("4", "40");
  }

  /** So many turns that both passes come to their end. */
  private void inspected() throws SQLException {
    try (Connection connection = stage.connections().open("stage")) {
      connection.setAutoCommit(false);
      for (int turn = 0; turn < ENTRIES; turn++) {
        inspector.work(connection);
      }
    }
  }

  private List<String> breaks() throws SQLException {
    return stage.ask(
        "SELECT kind || ' ' || first || ' ' || last FROM journal.breaks ORDER BY kind, first");
  }

  private void edit(String change, long seq) throws SQLException {
    String where =
        change.contains("journal.leaves")
            ? " WHERE seq = " + seq
            : " WHERE position = (SELECT position FROM journal.leaves WHERE seq = " + seq + ")";
    stage.asOwner(
        "WITH changed AS (" + change + where + " RETURNING 1) SELECT count(*) FROM changed");
  }

  private void awaitNumbered(long count) throws Exception {
    Eventually.holds(
        count + " numbered",
        Duration.ofSeconds(20),
        () ->
            stage.ask("SELECT count(*) FROM journal.leaves").equals(List.of(Long.toString(count))));
  }
}
