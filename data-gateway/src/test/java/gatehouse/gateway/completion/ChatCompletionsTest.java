package gatehouse.gateway.completion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class ChatCompletionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CHAT = "/v1/chat/completions";

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  @Clause("G-32")
  void theHouseSeesTheNoteAndTheAnswerIsLabelled() throws Exception {
    HttpResponse<String> response =
        Gateway.post(CHAT, Gateway.chat("note-assistant", Note.TEXT, ""));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode answer = JSON.readTree(response.body());
    String content = answer.path("choices").path(0).path("message").path("content").asText();
    assertThat(content).startsWith(Note.TEXT).endsWith("内容由AI生成，须经医师确认");
    assertThat(answer.path("model").asText()).isEqualTo("note-assistant");
    assertThat(answer.path("aigc").path("Label").asText()).isEqualTo("1");
    assertThat(response.headers().firstValue("X-AIGC-ProduceID"))
        .hasValue(answer.path("aigc").path("ProduceID").asText());
    assertThat(response.headers().firstValue("x-request-id")).isPresent();
    assertThat(response.headers().firstValueAsLong("Content-Length"))
        .hasValue(response.body().getBytes(UTF_8).length);
  }

  @Test
  void upstreamsGetTheirModelTheirKeyAndNothingOfTheCaller() {
    Gateway.post(
        CHAT,
        Gateway.chat("note-assistant", "你好", ",\"deployment\":\"public-cloud\""),
        Map.of(
            "Authorization",
            "Bearer " + Gateway.his(),
            "X-Secret",
            "13812345678",
            "Cookie",
            "a=b"));

    assertThat(Script.received(Script.PUBLIC)).hasSize(1);
    String raw = Script.received(Script.PUBLIC).getFirst();
    assertThat(raw)
        .startsWith("POST /v1/chat/completions HTTP/1.1\r\n")
        .contains("\"model\":\"cloud-chat-large\"", "Bearer cloud-key-of-the-hospital")
        .doesNotContain("gatehouse\":", "00123456", "X-Secret", "Cookie", "Upgrade");
  }

  @Test
  @Clause("G-37")
  void refusalsNameReasonClauseAndManualRoute() throws Exception {
    Script.say("decisions", Answers.NOT_ASKED);

    HttpResponse<String> response = Gateway.post(CHAT, Gateway.chat("note-assistant", "你好", ""));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.headers().firstValue("x-should-retry")).hasValue("false");
    JsonNode body = JSON.readTree(response.body());
    assertThat(body.path("error").path("code").asText()).isEqualTo("consent_required");
    assertThat(body.path("error").path("type").asText()).isEqualTo("gatehouse_refusal");
    assertThat(body.path("error").has("param")).isTrue();
    assertThat(body.path("error").path("gatehouse").path("clauses").toString()).contains("G-37");
    assertThat(body.path("error").path("gatehouse").path("manualRoute").path("zh").asText())
        .isEqualTo("人工书写病历");
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
  }

  @Test
  @Clause("G-51")
  void aStopRefusesTheNextCall() throws Exception {
    Script.say("stops", Answers.stopped("s-9", "APPLICATION", "note-assistant"));

    assertThat(code(Gateway.post(CHAT, Gateway.chat("note-assistant", "你好", ""))))
        .isEqualTo("stopped");
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 500, 503})
  void aModelsErrorNeverRepeatsThePrompt(int status) {
    Script.status(Script.IN_HOUSE, status);

    HttpResponse<String> response =
        Gateway.post(CHAT, Gateway.chat("note-assistant", Note.TEXT, ""));

    if (status == 400) {
      assertThat(response.statusCode()).isEqualTo(400);
    } else {
      assertThat(response.statusCode()).isGreaterThanOrEqualTo(502);
    }
    assertThat(response.body()).contains("\"error\"").doesNotContain("欧阳明月");
  }

  @Test
  void aStreamThatBreaksOffSaysSo() {
    Script.say("raw:" + Script.IN_HOUSE, "data: {\"error\":{\"message\":\"欧阳明月\"}}\n\n");
    String body = Gateway.chat("note-assistant", "你好", "").replaceFirst("\\{", "{\"stream\":true,");

    HttpResponse<String> response = Gateway.post(CHAT, body);

    assertThat(response.body())
        .contains("\"code\":\"stream_broken\"")
        .doesNotContain("欧阳明月", "[DONE]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"model\":\"note-assistant\"}",
        "{\"model\":\"note-assistant\",\"model\":\"x\",\"messages\":[{}]}",
        "{\"model\":\"note-assistant\",\"messages\":[{}],\"gatehouse\":{\"name\":\"欧阳明月\"}}",
        "{\"model\":\"note-assistant\",\"messages\":[{}],\"gatehouse\":{\"patient\":{\"issuer\":\"HIS\",\"id\":\"1\"}}}",
        "{\"model\":\"note-assistant\",\"messages\":[{}],\"stream\":\"yes\"}"
      })
  void badCallsAreErrorsInOpenAisShape(String body) throws Exception {
    HttpResponse<String> response = Gateway.post(CHAT, body);

    assertThat(response.statusCode()).isEqualTo(400);
    JsonNode error = JSON.readTree(response.body()).path("error");
    assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
    assertThat(response.body()).doesNotContain("欧阳明月");
  }

  /** And each answer says what to call instead. */
  @ParameterizedTest
  @CsvSource({
    "/v1/files, file_data",
    "/v1/files/f-1/content, file_data",
    "/v1/uploads, file_data",
    "/v1/audio/transcriptions, input_audio",
    "/v1/audio/speech, input_audio",
    "/v1/images/generations, image_url",
    "/v1/realtime, stream",
    "/v1/completions, /v1/chat/completions",
    "/v1/responses/r-1, whole conversation",
    "/v1/threads, whole conversation",
    "/v1/filesystem, /v1/embeddings",
    "/v1/anything, /v1/embeddings",
  })
  void everyOtherRouteIsUnknownInOpenAisShape(String path, String instead) throws Exception {
    for (HttpResponse<String> response :
        List.of(Gateway.post(path, "{}"), Gateway.get(path, Gateway.his()))) {
      assertThat(response.statusCode()).as(path).isEqualTo(404);
      assertThat(code(response)).as(path).isEqualTo("unknown_url");
      assertThat(JSON.readTree(response.body()).at("/error/message").asText()).contains(instead);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/chat/completions", "/v1/responses", "/v1/embeddings"})
  void anotherMethodIsToldWhichOneToUse(String path) throws Exception {
    HttpResponse<String> response = Gateway.get(path, Gateway.his());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(code(response)).isEqualTo("method_not_allowed");
    assertThat(JSON.readTree(response.body()).at("/error/message").asText()).contains("POST");
    assertThat(response.headers().firstValue("allow").orElse("")).contains("POST");
  }

  @Test
  void nobodyCallsWithoutATokenOrTheRole() throws Exception {
    String nurse = Tokens.as("zhou.nurse").roles("NURSE").token();
    String other = Tokens.as("his").roles("HIS_SYSTEM").audience("consent-service").token();
    String body = Gateway.chat("note-assistant", "你好", "");

    HttpResponse<String> anonymous = Gateway.post(CHAT, body, Map.of());
    HttpResponse<String> role =
        Gateway.post(CHAT, body, Map.of("Authorization", "Bearer " + nurse));
    HttpResponse<String> audience =
        Gateway.post(CHAT, body, Map.of("Authorization", "Bearer " + other));

    assertThat(anonymous.statusCode()).isEqualTo(401);
    assertThat(code(anonymous)).isEqualTo("invalid_api_key");
    assertThat(role.statusCode()).isEqualTo(403);
    assertThat(code(role)).isEqualTo("permission_denied");
    assertThat(audience.statusCode()).isEqualTo(401);
  }

  @Test
  void modelsAreTheApplications() throws Exception {
    JsonNode models = JSON.readTree(Gateway.get("/v1/models", Gateway.his()).body());

    assertThat(models.path("object").asText()).isEqualTo("list");
    assertThat(models.path("data").findValuesAsText("id"))
        .containsExactly(
            "referral-letter", "note-assistant", "discharge-summary", Ward.ROBOT, "wayfinding");
    assertThat(Gateway.get("/v1/models/nothing", Gateway.his()).statusCode()).isEqualTo(404);
  }

  @Test
  void compressedAndOversizedBodiesAreRefusedWhole() throws Exception {
    HttpResponse<String> zipped =
        Gateway.post(
            CHAT,
            "xx",
            Map.of("Authorization", "Bearer " + Gateway.his(), "Content-Encoding", "gzip"));
    HttpResponse<String> large =
        Gateway.post(CHAT, Gateway.chat("note-assistant", "好".repeat(3_000_000), ""));

    assertThat(zipped.statusCode()).isEqualTo(400);
    assertThat(code(zipped)).isEqualTo("content_encoding");
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(code(large)).isEqualTo("request_too_large");
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
  }

  private static String code(HttpResponse<String> response) throws Exception {
    return JSON.readTree(response.body()).path("error").path("code").asText();
  }
}
