package gatehouse.gateway.leaks;

import static gatehouse.gateway.leaks.Cloud.CHAT;
import static gatehouse.gateway.leaks.Cloud.RESPONSES;
import static gatehouse.gateway.leaks.Cloud.says;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases 42 and 43: what comes back elsewhere than as text: choices, reasoning and arguments. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-42", "G-44"})
class AnswerPartsTest implements InItsForms {
  private static final String STREAMED = ",\"stream\":true";

  /** A name that stands in JSON with escapes only. */
  private static final String QUOTED = "患者欧\"阳明月";

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @ParameterizedTest
  @ValueSource(strings = {"content", "reasoning_content", "reasoning", "thinking", "refusal"})
  void case42_severalChoicesReasoningAndRefusal(String field) {
    String probabilities =
        "{\"content\":[{\"token\":\"⟦\",\"logprob\":-0.5,\"bytes\":[226,159,166]}]}";
    String choice =
        "{\"index\":%d,\"message\":{\"role\":\"assistant\",\"" + field + "\":\"%%1$s\"}%s}";
    echo(
        "{\"choices\":["
            + choice.formatted(0, "")
            + ','
            + choice.formatted(1, ",\"logprobs\":" + probabilities)
            + "]}");
    JsonNode whole = Cloud.read(Cloud.send(CHAT, says("患者欧阳明月")).body()).path("choices");
    String delta = "{\"index\":%d,\"delta\":{\"" + field + "\":\"%s\"}%s}";
    StringBuilder events = new StringBuilder();
    for (String piece : List.of("%2$s", "%3$s", "%4$s")) {
      chunk(events, delta.formatted(0, piece, ""));
      chunk(events, delta.formatted(1, piece, ",\"logprobs\":" + probabilities));
    }
    chunk(events, "{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}");
    chunk(events, "{\"index\":1,\"delta\":{},\"finish_reason\":\"stop\"}");
    echo(events.toString());
    List<JsonNode> chunks = Cloud.events(Cloud.send(CHAT, says("患者欧阳明月") + STREAMED).body());

    for (int index = 0; index < 2; index++) {
      assertThat(whole.path(index).path("message").path(field).asText()).startsWith("患者欧阳明月");
      StringBuilder said = new StringBuilder();
      for (JsonNode one : chunks) {
        JsonNode each = one.path("choices").path(0);
        said.append(each.path("index").asInt() == index ? each.at("/delta/" + field).asText() : "");
      }
      assertThat(said.toString()).startsWith("患者欧阳明月");
    }
    JsonNode same = Cloud.read(probabilities);
    assertThat(whole.path(1).path("logprobs")).isEqualTo(same);
    assertThat(chunks).filteredOn(one -> one.at("/choices/0/logprobs").equals(same)).hasSize(3);
  }

  @Test
  void case43_valuesInArgumentsAreEscaped() {
    echo(
        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":\\\"%1$s\\\"}\"}}]}}]}");
    JsonNode call = Cloud.read(quotedName(CHAT, "")).at("/choices/0/message/tool_calls/0/function");
    assertThat(Cloud.read(call.path("arguments").asText()).path("a").asText()).isEqualTo(QUOTED);

    StringBuilder chunks = new StringBuilder();
    for (String piece : List.of("{\\\"a\\\":\\\"%2$s", "%3$s", "%4$s\\\"}")) {
      for (int tool = 0; tool < 3; tool++) {
        chunk(
            chunks,
            "{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":%d,\"function\":{\"arguments\":\"%s\"}}]}}"
                .formatted(tool, piece));
      }
    }
    chunk(chunks, "{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}");
    echo(chunks.toString());
    Map<Integer, StringBuilder> tools = new TreeMap<>();
    for (JsonNode event : Cloud.events(quotedName(CHAT, STREAMED))) {
      for (JsonNode one : event.at("/choices/0/delta/tool_calls")) {
        tools
            .computeIfAbsent(one.path("index").asInt(), _ -> new StringBuilder())
            .append(one.at("/function/arguments").asText());
      }
    }
    assertThat(tools).hasSize(3);
    tools
        .values()
        .forEach(arguments ->
            assertThat(Cloud.read(arguments.toString()).path("a").asText()).isEqualTo(QUOTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reasoning_content", "reasoning", "thinking"})
  void case42_reasoningGoesBackWithTheNextTurn(String field) {
    Script.say(
        "echo:" + Script.PUBLIC,
        "{\"choices\":[{\"index\":0,\"finish_reason\":\"tool_calls\",\"message\":{\"role\":\"assistant\",\"content\":null,\"FIELD\":\"%1$s\",\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"labs\",\"arguments\":\"{}\"}}]}}]}"
            .replace("FIELD", field));
    String asked = "{\"role\":\"user\",\"content\":" + Cloud.quoted(Note.TEXT) + "}";
    JsonNode turn =
        Cloud.read(Cloud.send(CHAT, "\"messages\":[" + asked + "]").body())
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
  void case43_valuesInArgumentsOfAResponseAreEscaped() {
    String call =
        "{\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"f\",\"arguments\":\"{\\\"a\\\":\\\"%1$s\\\"}\"}";
    echo("{\"id\":\"r\",\"object\":\"response\",\"output\":[" + call + "]}");
    JsonNode whole = Cloud.read(quotedName(RESPONSES, "")).at("/output/0/arguments");
    assertThat(Cloud.read(whole.asText()).path("a").asText()).isEqualTo(QUOTED);

    StringBuilder events = new StringBuilder();
    String kind = "data: {\"type\":\"response.function_call_arguments.";
    for (String piece : List.of("{\\\"a\\\":\\\"%2$s", "%3$s", "%4$s\\\"}")) {
      events.append(kind).append("delta\",\"item_id\":\"i\",\"delta\":\"");
      events.append(piece).append("\"}\n\n");
    }
    events.append(kind).append("done\",\"item_id\":\"i\",\"arguments\":");
    events.append("\"{\\\"a\\\":\\\"%1$s\\\"}\"}\n\n");
    events.append("data: {\"type\":\"response.completed\",\"response\":{\"output\":[");
    events.append(call).append("]}}\n\n");
    echo(events.toString());
    StringBuilder deltas = new StringBuilder();
    List<String> wholes = new ArrayList<>();
    for (JsonNode event : Cloud.events(quotedName(RESPONSES, STREAMED))) {
      deltas.append(event.path("delta").asText());
      wholes.add(event.path("arguments").asText());
      wholes.add(event.at("/response/output/0/arguments").asText());
    }
    wholes.removeIf(String::isEmpty);
    wholes.add(deltas.toString());
    assertThat(wholes).hasSize(3);
    wholes.forEach(
        arguments -> assertThat(Cloud.read(arguments).path("a").asText()).isEqualTo(QUOTED));
  }

  /** The answer to a call about somebody whose name JSON has to escape. */
  private static String quotedName(String path, String form) {
    String context =
        Gateway.CONTEXT.formatted(
            ",\"known\":{\"names\":[\"欧\\\"阳明月\"]},\"deployment\":\"public-cloud\"");
    HttpResponse<String> answer =
        Gateway.post(
            path,
            "{\"model\":\"note-assistant\",%s%s,\"gatehouse\":%s}"
                .formatted(
                    Objects.requireNonNull(Cloud.ROUTES.get(path)).apply(QUOTED), form, context));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Script.bodies(Script.PUBLIC).getLast()).contains("⟦").doesNotContain("阳明月");
    return answer.body();
  }

  /** The model answers so, with what it was told in place of the marks. */
  private static void echo(String template) {
    Script.say("echo:" + Script.PUBLIC, template);
  }

  private static void chunk(StringBuilder events, String choice) {
    events.append("data: {\"choices\":[").append(choice).append("]}\n\n");
  }
}
