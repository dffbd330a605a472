package gatehouse.journal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
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
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "journaltest"))
class JournalTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Actor TESTER = new Actor("TESTER", "dev.nobody");

  @Inject Journal journal;
  @Inject Aggregates aggregates;
  @Inject Actors actors;
  @Inject DataSource dataSource;

  @Test
  void aRollbackLeavesNothing() throws Exception {
    assertThatThrownBy(() -> aggregates.changeAndFail("rolled-back"))
        .hasMessage("after the append");

    assertThat(count("SELECT count(*) FROM journal.entries WHERE subject = 'rolled-back'"))
        .isZero();
    assertThat(count("SELECT count(*) FROM aggregates WHERE key = 'rolled-back'")).isZero();
  }

  @Test
  void appendIsRefusedOutsideATransaction() {
    Entry entry = Aggregates.entry("outside", 1, "incident.recovery.v1", TESTER);

    assertThatThrownBy(() -> journal.append(entry)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void dataThatAreNoObjectAreRefused() {
    Entry entry = Entry.of("type", "subject").by(TESTER).data("only text").build();

    assertThatThrownBy(() -> journal.record(entry)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatWasRecordedIsThereWhenTheCallReturns() throws Exception {
    Entry entry = Entry.of("type", "recorded").by(TESTER).data(Map.of("a", 1)).build();

    UUID id = journal.record(entry);

    assertThat(count("SELECT count(*) FROM journal.entries WHERE id = '" + id + "'")).isOne();
    assertThat(id.version()).isEqualTo(7);
  }

  @Test
  void whatComesInASharedCommitIsThereWhenTheCallReturns() throws Exception {
    UUID id = aggregates.bring("brought");

    assertThat(count("SELECT count(*) FROM journal.entries WHERE id = '" + id + "'")).isOne();
    assertThat(count("SELECT count(*) FROM aggregates WHERE key = 'brought'")).isOne();
  }

  @Test
  void aSharedCommitThatFailsLeavesNothing() throws Exception {
    assertThatThrownBy(() -> aggregates.bringAndFail("not-brought")).hasMessage("after the append");

    assertThat(count("SELECT count(*) FROM journal.entries WHERE subject = 'not-brought'"))
        .isZero();
    assertThat(count("SELECT count(*) FROM aggregates WHERE key = 'not-brought'")).isZero();
  }

  @Test
  void aNewRowComesWithTheCallersTransaction() throws Exception {
    UUID id = aggregates.bringWithin("within");

    assertThat(count("SELECT count(*) FROM journal.entries WHERE id = '" + id + "'")).isOne();
    assertThat(count("SELECT count(*) FROM aggregates WHERE key = 'within'")).isOne();
    assertThatThrownBy(() -> aggregates.bringOutside("outside"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSharedCommitStandsInNoOtherTransaction() throws Exception {
    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> aggregates.bring("inner")))
        .hasStackTraceContaining("a shared commit stands in no other transaction");

    assertThat(count("SELECT count(*) FROM aggregates WHERE key = 'inner'")).isZero();
  }

  @Test
  void whatThePoolsConnectionsCommitIsOnTheDisk() throws Exception {
    assertThat(
            count(
                "SELECT count(*) FROM pg_settings WHERE name = 'synchronous_commit'"
                    + " AND setting = 'on' AND source = 'session'"))
        .isOne();
  }

  @Test
  void theServiceIsReadyOnceEntriesAreNumbered() throws Exception {
    Eventually.holds("ready", SOON, () -> given().get("/q/health/ready").statusCode() == 200);

    given()
        .get("/q/health/ready")
        .then()
        .body("checks.name", hasItem("journal"))
        .body("checks.find { it.name == 'journal' }.data.sequencer", equalTo("HOLDING"));
  }

  @Test
  void theFiguresAreMetrics() {
    assertThat(given().get("/q/metrics").asString())
        .contains("journal_entries", "journal_publish_lag", "journal_pending");
  }

  @Test
  void theActorIsTheAllowingRoleAndAPseudonym() {
    Tokens person = Tokens.as("wang.clinical").roles("PHYSICIAN", "SEAT_CLINICAL");

    given()
        .auth()
        .oauth2(person.audience("journal-test").token())
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("role", equalTo("SEAT_CLINICAL"))
        .body("idHash", equalTo(actors.idHash(person.subject())))
        .body("idHash", startsWith("dev."))
        .body("idHash", not(containsString(person.subject())));
  }

  @Test
  void thereIsNoActorWithoutAnAllowingRole() {
    given().auth().oauth2(token("NURSE")).get("/v1/me").then().statusCode(500);
  }

  private static String token(String role) {
    return Tokens.as("somebody").roles(role).audience("journal-test").token();
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : -1;
    }
  }
}
