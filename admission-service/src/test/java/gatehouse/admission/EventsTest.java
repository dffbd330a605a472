package gatehouse.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.admission.recovery.RecoveryTrack;
import gatehouse.admission.stop.HeardStop;
import gatehouse.embedded.Parts;
import gatehouse.inbox.Receiver;
import gatehouse.rules.Contracts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the journal tells others is what the contracts promise, and names nobody. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "admission"))
class EventsTest {
  private static final String PREFIX = "gatehouse.admission.";
  private static final Caller AUDITOR = Caller.of("han.auditor", "AUDITOR");

  private final ObjectMapper json = new ObjectMapper();
  private final Instance<Receiver> receivers;

  @Inject
  EventsTest(@Any Instance<Receiver> receivers) {
    this.receivers = receivers;
  }

  @Test
  void everyEntryFitsItsSchemaAndNamesNobody() throws IOException {
    StrictTrack.opened("events-strict").active();
    StrictTrack veto = StrictTrack.opened("events-veto");
    String hash = veto.certified().evidenced().completed().piloted().seated().round();
    Caller.LIU.post(veto.cases + "/ballots", Bodies.reject("LEGAL", hash)).statusCode(200);
    String filing = FilingTrackTest.piloted("events-filing");
    Caller.CHEN.post(filing + "/checks", Bodies.check("SECURITY", "PASS")).statusCode(200);
    Caller.ZHANG.post(filing + "/checks", Bodies.check("STABILITY", "PASS")).statusCode(200);
    Caller.YANG.post(filing + "/checks", Bodies.check("ETHICS", "PASS")).statusCode(200);
    ChangedVersion change = ChangedVersion.active("events-change");
    change.planned("0.90");
    String path = change.opened(change.ground().next("events-change v2"), "YES");
    Caller.ZHANG.post(path + "/reviews", ChangedVersion.approve("MED_ENGINEERING")).statusCode(200);
    Instant opened = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Caller.FENG
        .post(
            "/v1/assessment-windows",
            "{\"user\": \"qian\", \"from\": \"%s\", \"to\": \"%s\"}"
                .formatted(opened, opened.plusSeconds(600)))
        .statusCode(201);
    Caller.FENG
        .post(
            "/v1/assessment-results",
            "{\"user\": \"qian\", \"skill\": \"SUTURE\", \"takenAt\": \"%s\", \"points\": 80, \"passed\": true}"
                .formatted(Instant.now()))
        .statusCode(201);
    String taken = change.opened(change.ground().next("events-change v3"), "NO");
    Caller.ZHAO.post(taken + "/withdrawal", null).statusCode(200);
    recoveriesAreDecided();
    Caller.FENG
        .post(
            "/v1/competences",
            "{\"user\": \"qian\", \"product\": \"%s\", \"validUntil\": \"2030-01-01\"}"
                .formatted("events-strict"))
        .statusCode(201);

    Set<String> seen = new TreeSet<>();
    for (JsonNode entry : journalUntilTrained("events-strict")) {
      String type = entry.path("type").asText();
      assertThat(type).startsWith(PREFIX).endsWith(".v1");
      String name = type.substring(PREFIX.length(), type.length() - 3).replace('.', '-');
      Contracts.assertEventIs(name, envelope(entry));
      assertThat(entry.toString()).doesNotContain("\"qian\"", Caller.WANG.subject());
      seen.add(name);
    }
    assertThat(seen)
        .contains(
            "product-registered",
            "application-status-changed",
            "case-ballot-cast",
            "case-vetoed",
            "case-admission-granted",
            "filing-completed",
            "control-plan-recorded",
            "control-plan-reviewed",
            "change-opened",
            "change-reviewed",
            "training-window-opened",
            "assessment-result-recorded",
            "change-withdrawn",
            "recovery-opened",
            "recovery-seat-filled",
            "recovery-conflict-declared",
            "recovery-round-opened",
            "recovery-ballot-cast",
            "recovery-round-voided",
            "recovery-decided",
            "recovery-withdrawn",
            "training-competence-recorded");
  }

  /** One approved, one vetoed behind a voided round, one taken back. */
  private void recoveriesAreDecided() {
    HeardStop stop = HeardStop.by(receivers);
    stop.issued("APPLICATION", "events-strict");
    RecoveryTrack.opened(stop).approved();
    RecoveryTrack vetoed = RecoveryTrack.opened(stop, Bodies.digest("again")).seated();
    vetoed.hash();
    Caller.LIU
        .post(
            vetoed.path() + "/seats",
            """
            {"seat": "LEGAL", "interests": "DECLARED"}
            """)
        .statusCode(200);
    Caller second = Caller.of("second.legal", "SEAT_LEGAL");
    vetoed.sat(second, "LEGAL").statusCode(200);
    vetoed.voted(second, RecoveryTrack.reject("LEGAL", vetoed.hash())).statusCode(200);
    RecoveryTrack taken = RecoveryTrack.opened(stop, Bodies.digest("once more"));
    Caller.LI.post(taken.path() + "/withdrawal", null).statusCode(200);
    stop.lifted();
  }

  /** The Kafka value of an entry, as the library publishes it. */
  private String envelope(JsonNode entry) {
    ObjectNode value = json.createObjectNode();
    value.set("aggregateId", entry.path("subject"));
    for (String part : List.of("version", "occurredAt", "recordedAt", "actor", "clauses", "data")) {
      value.set(part, entry.path(part));
    }
    return value.toString();
  }

  private static boolean isTraining(JsonNode entry, String product) {
    return entry.path("type").asText().equals(PREFIX + "training.competence-recorded.v1")
        && entry.at("/data/product").asText().equals(product);
  }

  /** Reads on until this test's last entry has come: sequencing follows the commit by a moment. */
  private List<JsonNode> journalUntilTrained(String product) throws IOException {
    long end = System.nanoTime() + 20_000_000_000L;
    List<JsonNode> entries = new ArrayList<>();
    long after = 0;
    while (System.nanoTime() < end) {
      String page =
          AUDITOR.get("/v1/journal?limit=500&after=" + after).statusCode(200).extract().asString();
      JsonNode tree = json.readTree(page);
      tree.path("entries").forEach(entries::add);
      after = tree.path("next").asLong(after);
      if (entries.stream().anyMatch(entry -> isTraining(entry, product))) {
        return entries;
      }
    }
    return fail("the journal did not show a training for " + product);
  }
}
