package gatehouse.gateway.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.json.Json;
import gatehouse.gateway.json.JsonWriter;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A public model that must fill a schema gets values that fill it, and the caller its own again.
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause("G-44")
class StrictSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CHAT = "/v1/chat/completions";
  private static final String RESPONSES = "/v1/responses";

  /** What the fake model is told and says again. */
  private static final String SAID =
      """
      {"note":"110101196803074215","finding":"13812345678","summary":"ouyang1968@example.com",\
      "name":"欧阳明月","admissionDate":"2026-03-05","visitDate":"2026-03-12","conclusion":"患者13812345678，2026-03-12复诊"}\
      """;

  private static final Map<String, String> PATTERNS =
      Map.of(
          "note", "^[1-9]\\d{5}(18|19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dX]$",
          "finding", "^1[3-9]\\d{9}$",
          "summary", "^[^@\\s]+@[^@\\s]+\\.[a-z]+$",
          "name", "^[\\u4e00-\\u9fa5]{2,4}$",
          "admissionDate", "^\\d{4}-\\d{2}-\\d{2}$",
          "visitDate", "^\\d{4}-\\d{2}-\\d{2}$");

  private static final String SCHEMA =
      """
      {"type":"object","additionalProperties":false,"properties":{
       "note":{"type":"string","pattern":"%s"},
       "finding":{"type":"string","pattern":"%s"},
       "summary":{"type":"string","format":"email"},
       "name":{"type":"string","pattern":"%s"},
       "admissionDate":{"type":"string","format":"date"},
       "visitDate":{"type":"string","format":"date"},
       "conclusion":{"type":"string"}}}\
      """
          .formatted(
              escaped(PATTERNS.getOrDefault("note", "")),
              escaped(PATTERNS.getOrDefault("finding", "")),
              escaped(PATTERNS.getOrDefault("name", "")));

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAnswerBySchemaIsFilledAndRestored(boolean streamed) throws Exception {
    HttpResponse<String> answer =
        post(
            CHAT,
            "\"messages\":[{\"role\":\"user\",\"content\":"
                + quoted(SAID)
                + "}],"
                + "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\","
                + "\"strict\":true,\"schema\":"
                + SCHEMA
                + "}}",
            streamed);

    fits(JSON.readTree(Script.bodies(Script.PUBLIC).getFirst()).at("/messages/0/content").asText());
    assertThat(streamed ? streamedText(answer) : wholeText(answer)).isEqualTo(SAID);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aResponseBySchemaIsFilledAndRestored(boolean streamed) throws Exception {
    HttpResponse<String> answer =
        post(
            RESPONSES,
            "\"input\":"
                + quoted(SAID)
                + ",\"text\":{\"format\":{\"type\":\"json_schema\","
                + "\"name\":\"n\",\"strict\":true,\"schema\":"
                + SCHEMA
                + "}}",
            streamed);

    fits(JSON.readTree(Script.bodies(Script.PUBLIC).getFirst()).path("input").asText());
    assertThat(answer.body()).contains(quoted(SAID)).doesNotContain("⟦", "@example.invalid");
  }

  /** The model calls a function with what it was told, in pieces that cut the number. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void argumentsOfAFunctionAreFilledAndRestored(boolean streamed) throws Exception {
    String whole =
        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c\","
            + "\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"id\\\":\\\"%1$s\\\"}\"}}]},"
            + "\"finish_reason\":\"tool_calls\"}]}";
    String pieces =
        piece("{\\\"id\\\":\\\"%1$s")
            + piece("\\\"}")
            + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\n";
    Script.say("echo:" + Script.PUBLIC, streamed ? pieces : whole);

    HttpResponse<String> answer =
        post(
            CHAT,
            "\"messages\":[{\"role\":\"user\",\"content\":\"110101196803074215\"}],\"tools\":[{"
                + "\"type\":\"function\",\"function\":{\"name\":\"f\",\"strict\":true,\"parameters\":"
                + SCHEMA
                + "}}]",
            streamed);

    String sent =
        JSON.readTree(Script.bodies(Script.PUBLIC).getFirst()).at("/messages/0/content").asText();
    assertThat(sent).matches(PATTERNS.getOrDefault("note", "")).startsWith("999");
    assertThat(answer.body()).contains("110101196803074215").doesNotContain(sent);
  }

  @Test
  void anEnumOfNamesIsOneOfTokens() throws Exception {
    HttpResponse<String> answer =
        post(
            CHAT,
            "\"messages\":[{\"role\":\"user\",\"content\":"
                + quoted("{\"name\":\"欧阳明月\"}")
                + "}],"
                + "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"schema\":"
                + "{\"type\":\"object\",\"properties\":{\"name\":{\"enum\":[\"欧阳明月\",\"欧阳建国\"]}}}}}",
            false);

    JsonNode sent = JSON.readTree(Script.bodies(Script.PUBLIC).getFirst());
    String said = JSON.readTree(sent.at("/messages/0/content").asText()).path("name").asText();
    assertThat(sent.at("/response_format/json_schema/schema/properties/name/enum").toString())
        .contains(said);
    assertThat(wholeText(answer)).isEqualTo("{\"name\":\"欧阳明月\"}");
  }

  @Test
  void withoutASchemaTokensStay() throws Exception {
    post(CHAT, "\"messages\":[{\"role\":\"user\",\"content\":\"13812345678\"}]", false);

    assertThat(Script.bodies(Script.PUBLIC).getFirst()).contains("⟦PHONE-1").doesNotContain("154");
  }

  private static void fits(String sent) throws Exception {
    JsonNode values = JSON.readTree(sent);
    PATTERNS.forEach(
        (name, pattern) -> assertThat(values.path(name).asText()).as(name).matches(pattern));
    JsonNode own = JSON.readTree(SAID);
    PATTERNS.keySet().forEach(name -> assertThat(sent).doesNotContain(own.path(name).asText()));
    assertThat(values.path("conclusion").asText()).contains(values.path("finding").asText());
  }

  private static HttpResponse<String> post(String path, String members, boolean streamed) {
    HttpResponse<String> answer =
        Gateway.post(
            path,
            "{\"model\":\"note-assistant\",%s%s,\"gatehouse\":%s}"
                .formatted(
                    members,
                    streamed ? ",\"stream\":true" : "",
                    Gateway.CONTEXT.formatted(",\"deployment\":\"public-cloud\"" + Note.KNOWN)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private static String wholeText(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body()).at("/choices/0/message/content").asText();
  }

  private static String streamedText(HttpResponse<String> answer) throws Exception {
    StringBuilder text = new StringBuilder();
    for (String line : answer.body().lines().toList()) {
      if (line.startsWith("data: {")) {
        text.append(JSON.readTree(line.substring(6)).at("/choices/0/delta/content").asText(""));
      }
    }
    return text.toString();
  }

  private static String piece(String arguments) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"c\","
        + "\"function\":{\"name\":\"f\",\"arguments\":\""
        + arguments
        + "\"}}]}}]}\n\n";
  }

  private static String escaped(String pattern) {
    return pattern.replace("\\", "\\\\");
  }

  private static String quoted(String text) {
    return JsonWriter.text(new Json.Str(text));
  }
}
