package gatehouse.gateway.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class BlockDeskTest {
  private static final String HOSTED_TOOL = "{\"tools\":[{\"type\":\"web_search\"}],";
  private static final String STRICT = ",\"deployment\":\"public-cloud-strict\"" + Note.KNOWN;
  private static final String FALSE_POSITIVE = "{\"verdict\":\"FALSE_POSITIVE\"}";
  private static final String CHANGE =
      "{\"kind\":\"DICTIONARY_ENTRY\",\"reference\":\"no-names/杜仲\",\"version\":\"2026.3\"}";

  @Inject AgroalDataSource database;

  private final String client = "ward-" + UUID.randomUUID();

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  @Clause("G-44")
  void aFalsePositiveTakesTwoPersonsToBecomeAChange() {
    String id = block();

    assertThat(desk("jiang.security", id, "triage", FALSE_POSITIVE).statusCode()).isEqualTo(200);
    assertThat(queue()).contains(id);
    HttpResponse<String> alone = desk("jiang.security", id, "release", CHANGE);
    HttpResponse<String> second = desk("he.security", id, "release", CHANGE);

    assertThat(alone.statusCode()).isEqualTo(409);
    assertThat(problem(alone)).isEqualTo("/problems/second-person-needed");
    assertThat(Ward.json(second).path("state").asText()).isEqualTo("RELEASED");
    assertThat(Ward.json(second).path("change")).isEqualTo(Ward.json(CHANGE));
    assertThat(queue()).doesNotContain(id);
    assertThat(Ward.json(desk("he.security", id, "close", "")).path("state").asText())
        .isEqualTo("CLOSED");
  }

  @Test
  @Clause("G-44")
  void aReleaseNamesTheChangeAndItStaysNamed() {
    String id = block();
    desk("jiang.security", id, "triage", FALSE_POSITIVE);

    for (String incomplete :
        List.of(
            "",
            "{}",
            "{\"kind\":\"DICTIONARY_ENTRY\",\"version\":\"1\"}",
            "{\"kind\":\"DICTIONARY_ENTRY\",\"reference\":\"a b\",\"version\":\"1\"}",
            CHANGE.replace("DICTIONARY_ENTRY", "SOMETHING"),
            CHANGE.replace("2026.3", ""))) {
      assertThat(desk("he.security", id, "release", incomplete).statusCode())
          .as(incomplete)
          .isEqualTo(400);
    }
    assertThat(desk("he.security", id, "release", CHANGE).statusCode()).isEqualTo(200);
    desk("he.security", id, "close", "");

    String shown =
        Gateway.get("/v1/block-cases?state=CLOSED&limit=200", analyst("jiang.security")).body();
    assertThat(shown).contains(id, "no-names/杜仲", "2026.3");
    await(
        () -> entries(id, "block-case.released"),
        told ->
            told.size() == 1
                && told.getFirst().path("data").path("change").equals(Ward.json(CHANGE)));
    assertThatThrownBy(() ->
            sql(
                "update gateway.block_case set change_version = null where block_id = '"
                    + id
                    + "'"))
        .hasMessageContaining("block_case_names_its_change");
  }

  @Test
  void evenTheDatabaseKnowsThatItTakesTwo() {
    String id = block();
    desk("jiang.security", id, "triage", FALSE_POSITIVE);

    assertThatThrownBy(() ->
            sql(
                "update gateway.block_case set state = 'RELEASED', released_by = triaged_by"
                    + " where block_id = '"
                    + id
                    + "'"))
        .hasMessageContaining("check constraint");
  }

  @Test
  void aTrueBlockIsExplainedAndClosedAndNeverReleased() {
    String id = block();
    desk("jiang.security", id, "triage", "{\"verdict\":\"TRUE_BLOCK\"}");

    assertThat(problem(desk("he.security", id, "release", CHANGE)))
        .isEqualTo("/problems/no-false-positive");
    assertThat(problem(desk("he.security", id, "close", "")))
        .isEqualTo("/problems/block-case-wrong-state");
    assertThat(desk("he.security", id, "explain", "{\"text\":\"已告知科室改用院内模型\"}").statusCode())
        .isEqualTo(200);
    assertThat(desk("he.security", id, "close", "").statusCode()).isEqualTo(200);
    assertThat(problem(desk("he.security", id, "triage", FALSE_POSITIVE)))
        .isEqualTo("/problems/block-case-wrong-state");
  }

  @Test
  @Clause("G-44")
  void theThirdBlockOfASourceIsTold() {
    block();
    block();
    assertThat(flagged()).isEmpty();

    block();

    awaitFlagged(1);
    JsonNode told = flagged().getFirst();
    assertThat(told.path("data").path("times").asInt()).isEqualTo(3);
    assertThat(told.toString()).doesNotContain("欧阳", "00123456");
  }

  @Test
  @Clause("G-44")
  void whoKeepsTryingToolsOfTheModelsSideIsToldToo() {
    String tool = Gateway.chat("note-assistant", "你好", "").replaceFirst("\\{", HOSTED_TOOL);
    String token = Tokens.as(client).roles("HIS_SYSTEM").claim("azp", client).token();
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> refused =
          Gateway.post("/v1/chat/completions", tool, Map.of("Authorization", "Bearer " + token));
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
      assertThat(Ward.json(refused).path("error").path("code").asText()).isEqualTo("hosted_tool");
    }

    awaitFlagged(1);
  }

  @Test
  @Clause("G-44")
  void aQuarantinedSourceIsShutOutUntilItIsLetIn() {
    String order = "{\"client\":\"" + client + "\"}";
    assertThat(call("你好", "").statusCode()).isEqualTo(200);

    assertThat(Ward.post(analyst("jiang.security"), "/v1/quarantines", order).statusCode())
        .isEqualTo(201);
    HttpResponse<String> shutOut = call("你好", "");
    assertThat(shutOut.statusCode()).isEqualTo(403);
    assertThat(Ward.json(shutOut).path("error").path("code").asText()).isEqualTo("quarantined");
    assertThat(Script.received(Script.IN_HOUSE)).hasSize(1);
    assertThat(Gateway.get("/v1/quarantines", analyst("jiang.security")).body()).contains(client);

    assertThat(Ward.post(analyst("jiang.security"), "/v1/quarantines/end", order).statusCode())
        .isEqualTo(200);
    assertThat(call("你好", "").statusCode()).isEqualTo(200);
    assertThat(Ward.post(analyst("jiang.security"), "/v1/quarantines/end", order).statusCode())
        .isEqualTo(404);
  }

  @Test
  void onlyTheDeskHandlesAndBadOrdersAreNamed() {
    String id = block();
    String unknown = UUID.randomUUID().toString();

    assertThat(Ward.post(Ward.physician(), "/v1/block-cases/" + id + "/triage", FALSE_POSITIVE))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(403);
    assertThat(desk("jiang.security", unknown, "triage", FALSE_POSITIVE).statusCode())
        .isEqualTo(404);
    assertThat(desk("jiang.security", id, "release", CHANGE).statusCode()).isEqualTo(404);
    assertThat(desk("jiang.security", id, "triage", "{\"verdict\":\"MAYBE\"}").statusCode())
        .isEqualTo(400);
    assertThat(
            Ward.post(analyst("jiang.security"), "/v1/quarantines", "{\"client\":\"a b\"}")
                .statusCode())
        .isEqualTo(400);
  }

  private String block() {
    HttpResponse<String> response = call(Note.TEXT, STRICT);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
    return Ward.json(response).path("error").path("gatehouse").path("blockId").asText();
  }

  private HttpResponse<String> call(String text, String more) {
    String token = Tokens.as(client).roles("HIS_SYSTEM").claim("azp", client).token();
    return Gateway.post(
        "/v1/chat/completions",
        Gateway.chat("note-assistant", text, more),
        Map.of("Authorization", "Bearer " + token));
  }

  private static HttpResponse<String> desk(String who, String id, String verb, String body) {
    return Ward.post(analyst(who), "/v1/block-cases/" + id + "/" + verb, body);
  }

  private static String queue() {
    return Gateway.get(
            "/v1/block-cases?verdict=FALSE_POSITIVE&state=TRIAGED&limit=200",
            analyst("he.security"))
        .body();
  }

  private static String analyst(String who) {
    return Tokens.as(who).roles("SECURITY_ANALYST").token();
  }

  private static String problem(HttpResponse<String> response) {
    return Ward.json(response).path("type").asText();
  }

  private void awaitFlagged(int times) {
    await(this::flagged, told -> told.size() == times);
  }

  private List<JsonNode> flagged() {
    return entries(client, "source.flagged");
  }

  /** The sequencer gives an entry its place soon after its commit. */
  private static void await(
      Supplier<List<JsonNode>> question, Predicate<List<JsonNode>> satisfied) {
    long deadline = System.nanoTime() + 30_000_000_000L;
    List<JsonNode> found = question.get();
    while (!satisfied.test(found) && System.nanoTime() < deadline) {
      found = question.get();
    }
    assertThat(satisfied.test(found)).as(found.toString()).isTrue();
  }

  private static List<JsonNode> entries(String subject, String type) {
    String auditor = Tokens.as("han.auditor").roles("AUDITOR").token();
    List<JsonNode> found = new ArrayList<>();
    JsonNode entries = MissingNode.getInstance();
    long after = 0;
    do {
      JsonNode page = Ward.json(Gateway.get("/v1/journal?limit=1000&after=" + after, auditor));
      entries = page.path("entries");
      entries.forEach(found::add);
      after = page.path("next").asLong();
    } while (entries.size() == 1000);
    found.removeIf(entry ->
        !entry.path("subject").asText().equals(subject)
            || !entry.path("type").asText().contains(type));
    return found;
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement run = connection.createStatement()) {
      run.executeUpdate(statement);
    }
  }
}
