package gatehouse.proof;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.journal.Actor;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import gatehouse.verify.Replay;
import gatehouse.verify.Verdict;
import gatehouse.verify.Verdict.Verified;
import gatehouse.verify.export.ExportFile;
import gatehouse.verify.note.Checkpoint;
import gatehouse.verify.note.VerifierKey;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order to erase, over HTTP; what is left is judged by the verifier. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "prooftest"))
class EraseSubjectTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Actor TESTER = new Actor("TESTER", "dev.nobody");

  @Inject Journal journal;
  @Inject DataSource dataSource;

  @TempDir Path folder;

  @Test
  void anErasedSubjectIsNowhereAndEveryProofHolds() throws Exception {
    write("to-erase", 3);
    Checkpoint witness = checkpoint();

    Response erased = order("to-erase");

    assertThat(erased.statusCode()).isEqualTo(200);
    assertThat(erased.<Integer>path("erased")).isEqualTo(3);
    assertThat(erased.<Integer>path("left")).isZero();
    assertThat(ask("SELECT e::text FROM journal.entries e WHERE e::text LIKE '%to-erase%'"))
        .isEmpty();
    assertThat(
            ask("SELECT 1 FROM journal.entries WHERE convert_from(body, 'UTF8') LIKE '%to-erase%'"))
        .isEmpty();
    String export = export();
    assertThat(export).doesNotContain("to-erase").contains(erased.<String>path("order"));
    Verdict verdict = replay(export, witness);
    assertThat(verdict).isInstanceOf(Verified.class);
    assertThat(verdict.tally().erased().count()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void theOrderIsAnEntryThatNamesTheStewardAndNotTheSubject() throws Exception {
    write("named-once", 1);

    String order = order("named-once").path("order");

    assertThat(
            ask(
                "SELECT actor_role || ' ' || convert_from(body, 'UTF8') FROM journal.entries"
                    + " WHERE id = '"
                    + order
                    + "'"))
        .singleElement()
        .asString()
        .startsWith("DATA_STEWARD")
        .contains("REQUEST_OF_PERSON", "2026/17")
        .containsPattern("\"numbers\":\\[\\[(\\d+),\\1]]}}$")
        .doesNotContain("named-once");
  }

  @Test
  void whatIsErasedIsNotErasedTwice() throws Exception {
    write("erased-once", 1);
    assertThat(order("erased-once").statusCode()).isEqualTo(200);

    assertThat(order("erased-once").statusCode()).isEqualTo(404);
    assertThat(order("erased").statusCode()).isEqualTo(404);
  }

  @Test
  void whatTheJournalSaysOfItselfStays() throws Exception {
    write("kept", 1);
    order("kept");
    String subject =
        ask("SELECT subject FROM journal.entries WHERE subject LIKE 'erasure/%' LIMIT 1")
            .getFirst();
    awaitNumbers();

    Response refused = order(subject);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/erasure-protected");
    assertThat(ask("SELECT 1 FROM journal.entries WHERE subject = '" + subject + "'")).isNotEmpty();
  }

  @Test
  void whatIsParkedIsDealtWithFirst() throws Exception {
    write("parked-here", 1);
    change(
        "INSERT INTO journal.parked (topic, partition, record_offset, event_key, reason)"
            + " VALUES ('other.thing.v1', 0, 1, 'parked-here', 'poison')");

    Response refused = order("parked-here");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/erasure-parked");
    assertThat(ask("SELECT 1 FROM journal.entries WHERE subject = 'parked-here'")).hasSize(1);
    change("DELETE FROM journal.parked WHERE event_key = 'parked-here'");
  }

  @Test
  void theDatabaseErasesNothingWithoutAnOrder() throws Exception {
    write("no-order", 1);

    assertThatThrownBy(() ->
            ask(
                "SELECT erased FROM journal.erase_by_order('no-order', '"
                    + UUID.randomUUID()
                    + "')"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("an erasure needs its order");
  }

  @Test
  void anOldOrderIsNoOrder() throws Exception {
    write("first", 1);
    write("second", 1);
    String old = order("first").path("order");

    assertThatThrownBy(
            () -> ask("SELECT erased FROM journal.erase_by_order('second', '" + old + "')"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("an erasure needs its order");
  }

  @Test
  void onlyTheStewardOrdersAndSaysWhy() throws Exception {
    write("guarded", 1);

    for (String role : List.of("AUDITOR", "ADMIN", "PHYSICIAN")) {
      assertThat(order(role, body("guarded", "COURT_ORDER")).statusCode()).isEqualTo(403);
    }
    assertThat(order("DATA_STEWARD", body("guarded", "BECAUSE")).statusCode()).isEqualTo(400);
    assertThat(order("DATA_STEWARD", "{\"subject\": \"guarded\"}").statusCode()).isEqualTo(400);
    assertThat(ask("SELECT 1 FROM journal.entries WHERE subject = 'guarded'")).hasSize(1);
  }

  private void write(String subject, int entries) throws Exception {
    for (int i = 0; i < entries; i++) {
      journal.record(
          Entry.of("gatehouse.stage.thing.seen.v1", subject)
              .by(TESTER)
              .data(Map.of("about", subject, "n", 42))
              .build());
    }
    awaitNumbers();
  }

  private void awaitNumbers() throws Exception {
    Eventually.holds("numbered", SOON, () -> ask("SELECT 1 FROM journal.pending").isEmpty());
  }

  private static Response order(String subject) {
    return order("DATA_STEWARD", body(subject, "REQUEST_OF_PERSON"));
  }

  private static Response order(String role, String body) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .auth()
        .oauth2(Tokens.as("dora.steward").roles(role).audience("proof-test").token())
        .body(body)
        .post("/v1/journal/erasures");
  }

  private static String body(String subject, String reason) {
    return "{\"subject\": \"%s\", \"reason\": \"%s\", \"reference\": \"2026/17\"}"
        .formatted(subject, reason);
  }

  private static Checkpoint checkpoint() {
    byte[] note = given().get("/v1/journal/checkpoint").asByteArray();
    return Checkpoint.parse(new String(note, UTF_8));
  }

  private static String export() {
    return new String(
        given()
            .auth()
            .oauth2(Tokens.as("somebody").roles("AUDITOR").audience("proof-test").token())
            .get("/v1/journal/export?every=100")
            .asByteArray(),
        UTF_8);
  }

  private Verdict replay(String export, Checkpoint witness) throws Exception {
    Path file = Files.writeString(folder.resolve("export"), export);
    String keys = String.join("\n", ask("SELECT verifier_key FROM journal.keys"));
    return new Replay(List.of(witness), VerifierKey.all(keys + "\n"))
        .run(ExportFile.open(file), bytes -> {});
  }

  private List<String> ask(String sql) throws SQLException {
    List<String> answer = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        answer.add(row.getString(1));
      }
    }
    return answer;
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement change = connection.prepareStatement(sql)) {
      change.executeUpdate();
    }
  }
}
