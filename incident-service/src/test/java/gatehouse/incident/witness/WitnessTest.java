package gatehouse.incident.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.incident.Broker;
import gatehouse.incident.People;
import gatehouse.rules.Contracts;
import gatehouse.verify.note.Checkpoint;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is kept of a log, over the real database and the real endpoints. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
class WitnessTest {
  @Inject KeepCheckpoint keep;
  @Inject Stamps stamps;
  @Inject StampCheckpoints stampCheckpoints;
  @Inject DataSource dataSource;

  @Test
  @Clause("E-11")
  void aHistoryThatGoesOnIsKeptAndHandedOut() {
    TestLog log = new TestLog("gatehouse/honest", 1).add("a", "b", "c");
    assertThat(keep.keep(log.told(0))).isEqualTo(Standing.FIRST);

    assertThat(keep.keep(log.add("d", "e").told(3))).isEqualTo(Standing.CONTINUES);
    assertThat(keep.keep(log.told(3))).as("told again").isEqualTo(Standing.CONTINUES);

    assertThat(witnessed("gatehouse/honest")).extracting(Checkpoint::size).containsExactly(3L, 5L);
  }

  @Test
  @Clause("E-11")
  void aRewrittenHistoryIsAFork() throws Exception {
    TestLog honest = new TestLog("gatehouse/rewritten", 2).add("a", "b", "c");
    assertThat(keep.keep(honest.told(0))).isEqualTo(Standing.FIRST);

    TestLog rewritten = new TestLog("gatehouse/rewritten", 2).add("a", "X", "c", "d");
    assertThat(keep.keep(rewritten.told(3))).isEqualTo(Standing.FORKED);

    assertThat(witnessed("gatehouse/rewritten")).extracting(Checkpoint::size).containsExactly(3L);
    String event = lastEvent("gatehouse/rewritten");
    Contracts.assertEventIs("checkpoint-contradicted", event);
    assertThat(event).contains("FORKED");
  }

  @Test
  void anotherTreeOfTheSameSizeIsAFork() {
    assertThat(keep.keep(new TestLog("gatehouse/twins", 3).add("a", "b").told(0)))
        .isEqualTo(Standing.FIRST);

    assertThat(keep.keep(new TestLog("gatehouse/twins", 3).add("a", "Y").told(0)))
        .isEqualTo(Standing.FORKED);
  }

  @Test
  @Clause("E-11")
  void aHistoryThatWasSetBackIsNotTrusted() throws Exception {
    keep.keep(new TestLog("gatehouse/cut", 4).add("a").told(0));
    keep.keep(new TestLog("gatehouse/cut", 4).add("a", "b", "c").told(1));

    assertThat(keep.keep(new TestLog("gatehouse/cut", 4).add("a", "X").told(1)))
        .as("smaller than what was seen")
        .isEqualTo(Standing.SET_BACK);
    assertThat(keep.keep(new TestLog("gatehouse/cut", 4).add("a", "X", "Y", "Z").told(1)))
        .as("larger, but going on from before what was seen")
        .isEqualTo(Standing.SET_BACK);

    assertThat(witnessed("gatehouse/cut")).extracting(Checkpoint::size).containsExactly(1L, 3L);
    assertThat(incidentsNaming("gatehouse/cut")).hasSize(1);
  }

  @Test
  @Clause("E-11")
  void aBreakOpensOneIncidentOfLevelTwo() throws Exception {
    TestLog honest = new TestLog("gatehouse/broken", 9).add("a", "b");
    keep.keep(honest.told(0));

    for (int again = 1; again <= 3; again++) {
      TestLog other = new TestLog("gatehouse/broken", 9).add("a", "X");
      for (int more = 0; more < again; more++) {
        other.add("c" + more);
      }
      assertThat(keep.keep(other.told(2))).isEqualTo(Standing.FORKED);
    }

    assertThat(incidentsNaming("gatehouse/broken"))
        .singleElement()
        .satisfies(incident -> {
          assertThat(incident.path("level").asText()).isEqualTo("II");
          assertThat(incident.path("category").asText()).isEqualTo("JOURNAL_BREAK");
          assertThat(incident.path("state").asText()).isEqualTo("REPORTED");
          assertThat(incident.path("detectedBy").asText()).isEqualTo("MONITOR");
          assertThat(incident.path("narrative").asText()).contains("FORKED", "第 3 条");
        });
  }

  @Test
  @Clause("E-11")
  void aBreakThatAServiceFoundItselfOpensOneIncident() throws Exception {
    String example =
        Files.readString(Path.of("../chassis/proof/contracts/events/break-found.v1.example.json"));
    for (String topic : List.of("consent.checkpoint.v1", "consent.checkpoint.v1")) {
      Broker.publish(
          topic, "gatehouse/consent-service", "gatehouse.journal.break.found.v1", example);
    }
    Broker.publish(
        "incident.checkpoint.v1",
        "gatehouse/incident-service",
        "gatehouse.journal.break.found.v1",
        example.replace("gatehouse/consent-service", "gatehouse/incident-service"));

    Instant deadline = Instant.now().plusSeconds(30);
    while (incidentsNaming("gatehouse/incident-service").isEmpty()
        || incidentsNaming("gatehouse/consent-service").isEmpty()) {
      assertThat(Instant.now()).as("heard in time").isBefore(deadline);
    }
    assertThat(incidentsNaming("gatehouse/consent-service"))
        .singleElement()
        .satisfies(incident ->
            assertThat(incident.path("narrative").asText()).contains("ENTRY_CHANGED", "第 13 条"));
  }

  @Test
  void anotherKeyIsNotBelieved() throws Exception {
    keep.keep(new TestLog("gatehouse/key", 5).add("a").told(0));

    assertThat(keep.keep(new TestLog("gatehouse/key", 6).add("a", "b").told(1)))
        .isEqualTo(Standing.FOREIGN_KEY);

    assertThat(lastEvent("gatehouse/key")).contains("FOREIGN_KEY");
  }

  /** Who rewrites a history and signs it anew may name a size that nobody heard of. */
  @Test
  @Clause("E-11")
  void whatGoesOnFromWhatWasNeverHeardIsOneIncident() throws Exception {
    keep.keep(new TestLog("gatehouse/gap", 7).add("a", "b", "c", "d").told(0));
    TestLog rewritten = new TestLog("gatehouse/gap", 7).add("a", "Z", "c", "d", "e", "f");

    assertThat(keep.keep(rewritten.told(3))).isEqualTo(Standing.UNPROVEN);
    assertThat(keep.keep(rewritten.add("g").told(6))).isEqualTo(Standing.UNPROVEN);

    assertThat(witnessed("gatehouse/gap")).extracting(Checkpoint::size).containsExactly(4L);
    String event = lastEvent("gatehouse/gap");
    Contracts.assertEventIs("checkpoint-contradicted", event);
    assertThat(event).contains("UNPROVEN");
    assertThat(incidentsNaming("gatehouse/gap"))
        .singleElement()
        .satisfies(incident ->
            assertThat(incident.path("narrative").asText()).contains("UNPROVEN", "第 5 条"));
  }

  @Test
  void whatIsNoCheckpointIsRefused() {
    ToldCheckpoint nonsense = new ToldCheckpoint("gatehouse/x", "nonsense", 0, List.of(), null);

    assertThatThrownBy(() -> keep.keep(nonsense)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLogsAreListedWithHowTheyStand() throws Exception {
    keep.keep(new TestLog("gatehouse/listed", 8).add("a").told(0));
    keep.keep(new TestLog("gatehouse/listed", 8).add("Z").told(0));

    JsonNode logs =
        new ObjectMapper()
            .readTree(
                People.as(People.AUDITOR)
                    .get("/v1/witness")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());

    List<JsonNode> found = new ArrayList<>();
    logs.forEach(found::add);
    assertThat(found)
        .filteredOn(log -> log.path("origin").asText().equals("gatehouse/listed"))
        .singleElement()
        .satisfies(log -> {
          assertThat(log.path("size").asLong()).isEqualTo(1);
          assertThat(log.path("trusted").asLong()).isEqualTo(1);
          assertThat(log.path("alarming").asLong()).isEqualTo(1);
        });
  }

  @Test
  void stampsAreKeptAndHandedOut() {
    Stamp stamp =
        new Stamp("gatehouse/stamped", 3, "dG9rZW4=", Instant.parse("2026-11-22T00:00:00Z"));
    QuarkusTransaction.requiringNew().run(() -> stamps.add(stamp));

    String answer =
        People.as(People.AUDITOR)
            .queryParam("origin", "gatehouse/stamped")
            .get("/v1/witness/stamps")
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(answer).contains("dG9rZW4=", "2026-11-22T00:00:00Z");
  }

  @Test
  void nothingIsStampedUntilAnAuthorityIsConfigured() {
    keep.keep(new TestLog("gatehouse/unstamped", 10).add("a").told(0));

    assertThat(stampCheckpoints.isOn()).isFalse();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .contains("lease-owner")
        .doesNotContain("witness-stamps");
    assertThat(stamps.latest("gatehouse/unstamped")).isEmpty();
  }

  private static List<JsonNode> incidentsNaming(String origin) throws Exception {
    String answer =
        People.as(People.DUTY)
            .queryParam("limit", 200)
            .get("/v1/incidents")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    List<JsonNode> found = new ArrayList<>();
    new ObjectMapper()
        .readTree(answer)
        .path("incidents")
        .forEach(incident -> {
          if (incident.path("narrative").asText().contains(origin)) {
            found.add(incident);
          }
        });
    return found;
  }

  private static List<Checkpoint> witnessed(String origin) {
    return Checkpoint.all(
        People.as(People.AUDITOR)
            .queryParam("origin", origin)
            .get("/v1/witness/checkpoints")
            .then()
            .statusCode(200)
            .extract()
            .asString());
  }

  private String lastEvent(String origin) throws Exception {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT convert_from(body, 'UTF8') FROM journal.entries WHERE subject = ?"
                    + " AND type = 'gatehouse.incident.checkpoint.contradicted.v1'"
                    + " ORDER BY position DESC LIMIT 1")) {
      select.setString(1, origin);
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }
}
