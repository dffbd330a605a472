package gatehouse.incident.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.incident.Broker;
import gatehouse.incident.People;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateway says on Kafka opens drafts, from the producer's own example. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
class DraftsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE = 30_000_000_000L;

  @ParameterizedTest
  @CsvSource({"HALLUCINATION", "LOGIC_FALLACY"})
  @Clause({"G-47", "G-48"})
  void aRejectedOutputOpensADraftThatTriageTakes(String reason) throws Exception {
    String application = "app-" + UUID.randomUUID();

    rejected(application, reason);

    Map<String, Object> draft = awaitDraft(application);
    assertThat(draft)
        .containsEntry("state", "DRAFT")
        .containsEntry("category", reason)
        .containsEntry("level", "IV")
        .containsEntry("detectedBy", "GATEWAY");
    assertThat(String.valueOf(draft.get("narrative"))).contains("驳回");
    People.as(People.AFFAIRS)
        .body("{}")
        .post("/v1/incidents/" + draft.get("incidentId") + "/triage")
        .then()
        .statusCode(200);
  }

  @Test
  @Clause("G-46")
  void aSourceThatIsBlockedAgainAndAgainOpensADraft() throws Exception {
    String application = "app-" + UUID.randomUUID();
    JsonNode example = JSON.readTree(Broker.example("source-flagged"));

    Broker.publish(
        "gateway.block.v1",
        "his",
        "gatehouse.gateway.source.flagged.v1",
        example.toString().replace(example.path("data").path("application").asText(), application));

    Map<String, Object> draft = awaitDraft(application);
    assertThat(draft).containsEntry("category", "DATA_LEAK").containsEntry("state", "DRAFT");
    assertThat(String.valueOf(draft.get("narrative"))).contains("his", "3");
  }

  @Test
  @Clause("E-40")
  void anOverdueStepOfAWithdrawalOpensADraft() throws Exception {
    String withdrawal = UUID.randomUUID().toString();
    JsonNode example =
        JSON.readTree(Broker.example("consent-service", "withdrawal-step-escalated"));

    Broker.publish(
        "consent.withdrawal.v1",
        withdrawal,
        "gatehouse.consent.withdrawal.step-escalated.v1",
        example.toString().replace(example.path("data").path("withdrawalId").asText(), withdrawal));

    awaitOverdue(withdrawal, "IV");
  }

  @Test
  @Clause("E-40")
  void aWithdrawalThatIsToldAsOverdueAgainIsRaisedAndNotDraftedTwice() throws Exception {
    String withdrawal = UUID.randomUUID().toString();
    overdue(withdrawal, "ACKNOWLEDGE", 1);
    awaitOverdue(withdrawal, "IV");

    overdue(withdrawal, "ACKNOWLEDGE", 2);
    awaitOverdue(withdrawal, "III");
    overdue(withdrawal, "DISPOSE", 1);
    String after = UUID.randomUUID().toString();
    overdue(after, "ACKNOWLEDGE", 1);
    awaitOverdue(after, "IV");

    awaitOverdue(withdrawal, "III");
  }

  @Test
  @Clause("E-40")
  void aMachineNeverLowersWhatSomebodyRaised() throws Exception {
    String withdrawal = UUID.randomUUID().toString();
    overdue(withdrawal, "ACKNOWLEDGE", 1);
    Object incident = awaitOverdue(withdrawal, "IV").get("incidentId");
    People.as(People.AFFAIRS)
        .body(Map.of("level", "II"))
        .post("/v1/incidents/" + incident + "/level")
        .then()
        .statusCode(200);

    overdue(withdrawal, "ACKNOWLEDGE", 2);
    String after = UUID.randomUUID().toString();
    overdue(after, "ACKNOWLEDGE", 1);
    awaitOverdue(after, "IV");

    Map<String, Object> kept = awaitOverdue(withdrawal, "II");
    assertThat(kept.get("loweringTo")).isNull();
  }

  /** One key for all, so that they keep their order. */
  private static void overdue(String withdrawal, String step, int round) throws Exception {
    ObjectNode event =
        (ObjectNode) JSON.readTree(Broker.example("consent-service", "withdrawal-step-escalated"));
    ((ObjectNode) event.get("data"))
        .put("withdrawalId", withdrawal)
        .put("step", step)
        .put("round", round);
    Broker.publish(
        "consent.withdrawal.v1",
        "overdue",
        "gatehouse.consent.withdrawal.step-escalated.v1",
        event.toString());
  }

  /** The one draft about the withdrawal, once it has the level. */
  private static Map<String, Object> awaitOverdue(String withdrawal, String level) {
    String named = "it.narrative.contains('" + withdrawal + "')";
    long deadline = System.nanoTime() + PATIENCE;
    List<Map<String, Object>> found = draftsWhere(named);
    while ((found.isEmpty() || !level.equals(found.getFirst().get("level")))
        && System.nanoTime() < deadline) {
      found = draftsWhere(named);
    }
    assertThat(found)
        .singleElement()
        .satisfies(draft ->
            assertThat(draft).containsEntry("category", "DELAY").containsEntry("level", level));
    return found.getFirst();
  }

  @Test
  void otherRejectionsOpenNothing() throws Exception {
    String harmless = "app-" + UUID.randomUUID();
    String after = "app-" + UUID.randomUUID();

    rejected(harmless, "NOT_NEEDED");
    rejected(after, "HALLUCINATION");

    awaitDraft(after);
    assertThat(drafts(harmless)).isEmpty();
  }

  private static void rejected(String application, String reason) throws Exception {
    JsonNode example = JSON.readTree(Broker.example("output-rejected"));
    String value =
        example
            .toString()
            .replace(example.path("data").path("application").asText(), application)
            .replace(
                "\"reason\":\"" + example.path("data").path("reason").asText(),
                "\"reason\":\"" + reason);
    // One key, so that the two of a test keep their order.
    Broker.publish("gateway.output.v1", "drafts", "gatehouse.gateway.output.rejected.v1", value);
  }

  private static Map<String, Object> awaitDraft(String application) {
    long deadline = System.nanoTime() + PATIENCE;
    List<Map<String, Object>> found = drafts(application);
    while (found.isEmpty() && System.nanoTime() < deadline) {
      found = drafts(application);
    }
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<Map<String, Object>> drafts(String application) {
    return draftsWhere("it.application == '" + application + "'");
  }

  private static List<Map<String, Object>> draftsWhere(String condition) {
    JsonPath page =
        People.as(People.AFFAIRS)
            .get("/v1/incidents?state=DRAFT&limit=200")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    return page.getList("incidents.findAll { " + condition + " }");
  }
}
