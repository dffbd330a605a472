package gatehouse.proof;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import gatehouse.embedded.Eventually;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.journal.Actor;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The journal as an auditor reads it. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "prooftest"))
class ReadJournalTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Actor TESTER = new Actor("TESTER", "dev.nobody");

  @Inject Journal journal;
  @Inject DataSource dataSource;

  @Test
  void theAuditorReadsEntriesInTheOrderOfTheirNumbers() throws Exception {
    UUID id =
        journal.record(
            Entry.of("gatehouse.stage.thing.changed.v1", "audited")
                .by(TESTER)
                .clauses("G-01", "E-02")
                .data(Map.of("n", 1))
                .topic("incident.recovery.v1")
                .build());
    long seq = awaitNumber(id);

    given()
        .auth()
        .oauth2(token("AUDITOR"))
        .queryParam("after", seq - 1)
        .queryParam("limit", 1)
        .get("/v1/journal")
        .then()
        .statusCode(200)
        .body("entries.size()", equalTo(1))
        .body("next", equalTo((int) seq))
        .body("entries[0].id", equalTo(id.toString()))
        .body("entries[0].seq", equalTo((int) seq))
        .body("entries[0].subject", equalTo("audited"))
        .body("entries[0].actor.role", equalTo("TESTER"))
        .body("entries[0].clauses", equalTo(List.of("G-01", "E-02")))
        .body("entries[0].data.n", equalTo(1));
  }

  @Test
  void nobodyButTheAuditorReads() {
    given().get("/v1/journal").then().statusCode(401);
    given().auth().oauth2(token("ADMIN")).get("/v1/journal").then().statusCode(403);
  }

  @Test
  void pagesOutsideTheLimitsAreRefused() {
    given()
        .auth()
        .oauth2(token("AUDITOR"))
        .queryParam("limit", 5000)
        .get("/v1/journal")
        .then()
        .statusCode(400);
  }

  private static String token(String role) {
    return Tokens.as("somebody").roles(role).audience("proof-test").token();
  }

  private long awaitNumber(UUID id) throws Exception {
    String sql =
        "SELECT coalesce(max(seq), 0) FROM journal.leaves JOIN journal.entries USING (position)"
            + " WHERE id = '"
            + id
            + "'";
    Eventually.holds("numbered", SOON, () -> count(sql) > 0);
    return count(sql);
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : -1;
    }
  }
}
