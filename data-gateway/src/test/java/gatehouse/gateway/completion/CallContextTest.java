package gatehouse.gateway.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call says about itself reaches the owners as it was said. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class CallContextTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CHAT = "/v1/chat/completions";
  private static final String DIGEST = "sha256:" + "ab".repeat(32);
  private static final String CONTEXT =
      "{\"patient\":{\"issuer\":\"HIS\",\"id\":\"00123456\"},\"purpose\":\"CARE\",\"user\":\"qian.physician\"}";
  private static final String BODY =
      "{\"model\":\"note-assistant\",\"messages\":[{\"role\":\"user\",\"content\":\"你好\"}]}";

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void admissionHearsTheVersionThePlaceAndTheUser() throws Exception {
    Gateway.post(
        CHAT,
        Gateway.chat(
            "note-assistant", "你好", ",\"place\":\"WARD-7\",\"productDigest\":\"" + DIGEST + "\""));

    JsonNode asked = standingAsked();
    assertThat(asked.path("place").asText()).isEqualTo("WARD-7");
    assertThat(asked.path("productDigest").asText()).isEqualTo(DIGEST);
    assertThat(asked.path("user").asText()).isEqualTo("qian.physician");
  }

  @Test
  void aPersonIsTheStaffNumberOfTheTokenAndWorksInItsDepartment() throws Exception {
    String physician =
        Tokens.as("renamed.login")
            .roles("PHYSICIAN")
            .claim("staff_id", "S-4711")
            .claim("department", "RADIOLOGY")
            .token();

    Gateway.post(CHAT, Gateway.chat("note-assistant", "你好", ""), bearer(physician));

    assertThat(standingAsked().path("user").asText()).isEqualTo("S-4711");
    assertThat(standingAsked().path("place").asText()).isEqualTo("RADIOLOGY");
  }

  @Test
  @Clause({"G-27", "G-59", "G-60"})
  void aPersonWithoutAStaffNumberIsNobodyWhateverTheLoginNameSays() throws Exception {
    String physician = Tokens.as("qian.physician").roles("PHYSICIAN").without("staff_id").token();

    HttpResponse<String> refused =
        Gateway.post(CHAT, Gateway.chat("note-assistant", "你好", ""), bearer(physician));

    assertThat(standingAsked().path("user").isTextual()).isFalse();
    isUserRequired(refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {CHAT, "/v1/responses", "/v1/embeddings"})
  @Clause({"G-27", "G-59", "G-60"})
  void aCallAboutAPatientNamesWhoAnswersForIt(String path) throws Exception {
    String content =
        path.equals(CHAT)
            ? "\"messages\":[{\"role\":\"user\",\"content\":\"你好\"}]"
            : "\"input\":\"你好\"";

    HttpResponse<String> refused =
        Gateway.post(
            path,
            "{\"model\":\"note-assistant\",%s,\"gatehouse\":%s}"
                .formatted(content, CONTEXT.replace(",\"user\":\"qian.physician\"", "")));

    isUserRequired(refused);
  }

  @Test
  void aCallAboutNobodyNeedsNoUser() {
    HttpResponse<String> answer = Gateway.post(CHAT, BODY.replace("note-assistant", "wayfinding"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void isUserRequired(HttpResponse<String> refused) throws Exception {
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
    JsonNode error = JSON.readTree(refused.body()).path("error");
    assertThat(error.path("code").asText()).isEqualTo("user_required");
    assertThat(error.path("message").asText()).startsWith("涉及患者的调用须说明使用者");
    assertThat(error.path("gatehouse").path("clauses").toString()).contains("G-27", "G-59", "G-60");
    assertThat(Script.bodies("decisions")).as("consent is not asked").isEmpty();
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
  }

  @Test
  void oneHeaderIsTheContext() throws Exception {
    HttpResponse<String> response = withHeaders(CONTEXT);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  @Test
  void twoHeadersAreRefusedSinceTheyMayNameTwoPatients() throws Exception {
    HttpResponse<String> response = withHeaders(CONTEXT, CONTEXT.replace("00123456", "00999999"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(response.body()).path("error").path("param").asText())
        .isEqualTo("gatehouse");
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256:12", "1.0", ""})
  void aVersionIsNamedByItsDigest(String digest) {
    HttpResponse<String> response =
        Gateway.post(
            CHAT, Gateway.chat("note-assistant", "你好", ",\"productDigest\":\"" + digest + "\""));

    assertThat(response.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{\"name\":\"in-house\",\"zone\":\"PUBLIC\",\"country\":\"CN\"}]",
        "[{\"name\":\"in-house\",\"zone\":\"LOCAL\",\"country\":\"US\"}]",
        "[{\"name\":\"another\",\"zone\":\"LOCAL\",\"country\":\"CN\"}]"
      })
  @Clause({"G-02", "G-42"})
  void anApplicationRunsOnlyWhereItWasAdmitted(String deployments) throws Exception {
    Script.say(
        "standings:note-assistant",
        Answers.standing("note-assistant", "HIGH", "DEIDENTIFIED")
            .replaceFirst(
                "(?s)\"deployments\":\\[.*?\\],", "\"deployments\":" + deployments + ","));

    HttpResponse<String> response = Gateway.post(CHAT, Gateway.chat("note-assistant", "你好", ""));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(JSON.readTree(response.body()).path("error").path("code").asText())
        .isEqualTo("deployment_not_admitted");
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
  }

  private static JsonNode standingAsked() throws Exception {
    return JSON.readTree(Script.bodies("standings").getFirst());
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> withHeaders(String... contexts) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Gateway.url() + CHAT))
            .POST(BodyPublishers.ofString(BODY))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + Gateway.his());
    for (String context : contexts) {
      request.header(
          "X-Gatehouse-Context",
          Base64.getUrlEncoder().encodeToString(context.getBytes(StandardCharsets.UTF_8)));
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
