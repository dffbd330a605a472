package gatehouse.gateway.minimum;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonWriter;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the list that comes along. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause("E-20")
class NotMinimalTest {
  private static final long PATIENCE = 30_000_000_000L;
  private static final String RECORD =
      JsonWriter.text(Json.object("主诉", "咳嗽3周", "费用", "1280.50", "家庭住址", "柳荫街7号", "旧系统字段", "橄榄"));

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void theModelNeverSeesWhatThePurposeDoesNotNeed() {
    for (String deployment : List.of("in-house", "public-cloud")) {
      for (boolean streamed : List.of(false, true)) {
        HttpResponse<String> answer = chat(deployment, streamed);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Gatehouse-Stripped"))
            .hasValue("CONTACT=1, PAYMENT=1, UNLISTED=1");
        assertThat(Script.bodies(deployment).getLast())
            .contains("咳嗽3周")
            .doesNotContain("1280.50", "柳荫街", "橄榄", "旧系统字段");
      }
    }
  }

  @Test
  void theJournalAndTheMetersHaveCountsAndNoValues() {
    assertThat(chat("in-house", false).statusCode()).isEqualTo(200);

    String journal = Gateway.journal();
    long deadline = System.nanoTime() + PATIENCE;
    while (!journal.contains("\"stripped\":{") && System.nanoTime() < deadline) {
      journal = Gateway.journal();
    }
    String meters = Gateway.get("/q/metrics", Gateway.his()).body();
    assertThat(journal)
        .contains("\"stripped\":{", "\"CONTACT\":1", "\"UNLISTED\":1", "\"fieldPolicy\":\"1 ")
        .doesNotContain("1280.50", "柳荫街", "橄榄", "旧系统字段");
    assertThat(meters).contains("gatehouse_fields_stripped_total{", "group=\"PAYMENT\"");
  }

  @Test
  void aCallThatAsksForMoreIsRefusedOnEveryRoute() {
    for (String more :
        List.of(
            ",\"categories\":[\"PAYMENT\"]",
            ",\"fields\":[\"诊断\",\"家庭住址\"]",
            ",\"fields\":[\"从未听说\"]")) {
      for (String path : List.of("/v1/chat/completions", "/v1/responses", "/v1/embeddings")) {
        HttpResponse<String> refused = Gateway.post(path, body(path, more));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        JsonNode error = Ward.json(refused).path("error");
        assertThat(error.path("code").asText()).isEqualTo("not_minimal");
        assertThat(error.path("message").asText()).startsWith("请求的数据类别或字段超出该目的所需");
        assertThat(error.path("gatehouse").path("clauses").toString()).contains("E-20");
      }
    }
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
  }

  @Test
  void aToolThatAsksForMoreIsRefused() {
    HttpResponse<String> refused =
        Gateway.post(
            "/v1/chat/completions",
            """
            {"model":"note-assistant","messages":[{"role":"user","content":"好"}],"tools":[{"type":
             "function","function":{"name":"f","parameters":{"type":"object","properties":{
             "phone":{"type":"string"}}}}}],"gatehouse":%s}\
            """
                .formatted(Gateway.CONTEXT.formatted("")));

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
    assertThat(refused.body()).contains("\"not_minimal\"");
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
  }

  @Test
  void aPermitForMoreIsDeniedAndOneForLessObligesToStrip() {
    JsonNode denied = permit("[\"LAB\",\"PAYMENT\"]", "");
    assertThat(denied.path("decision").asText()).isEqualTo("DENY");
    assertThat(denied.path("reasons").path(0).path("code").asText()).isEqualTo("NOT_MINIMAL");
    assertThat(denied.path("clauses").toString()).contains("E-20");
    assertThat(permit("[\"LAB\"]", ",\"fields\":[\"身份证号\"]").path("decision").asText())
        .isEqualTo("DENY");

    JsonNode permitted = permit("[\"LAB\"]", ",\"fields\":[\"检验结果\"]");
    assertThat(permitted.path("decision").asText()).isEqualTo("PERMIT");
    assertThat(permitted.path("obligations").toString()).contains("STRIP_FIELDS");
  }

  private static JsonNode permit(String categories, String more) {
    return Ward.json(
        Gateway.post(
            "/v1/permits",
            """
            {"application":"note-assistant","patient":{"issuer":"HIS","id":"00123456"},
             "encounter":"E-1","purpose":"CARE","dataCategories":%s,"user":"qian.physician"%s}\
            """
                .formatted(categories, more)));
  }

  private static HttpResponse<String> chat(String deployment, boolean streamed) {
    return Gateway.post(
        "/v1/chat/completions",
        "{\"model\":\"note-assistant\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":%s}],\"gatehouse\":%s}"
            .formatted(
                streamed,
                JsonWriter.text(new Json.Str(RECORD)),
                Gateway.CONTEXT.formatted(",\"deployment\":\"" + deployment + "\"")));
  }

  private static String body(String path, String more) {
    return "{\"model\":\"note-assistant\",%s,\"gatehouse\":%s}"
        .formatted(
            path.contains("chat")
                ? "\"messages\":[{\"role\":\"user\",\"content\":\"好\"}]"
                : "\"input\":\"好\"",
            Gateway.CONTEXT.formatted(more));
  }
}
