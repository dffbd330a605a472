package gatehouse.gateway.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Listening;
import gatehouse.gateway.fakes.Script;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Marks of AI-made content (GB 45438-2025, 《人工智能生成合成内容标识办法》): seven fields for machines, a sentence
 * for people, and the sentence only where it breaks nothing.
 */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause("G-32")
class LabelsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CHAT = "/v1/chat/completions";
  private static final String RESPONSES = "/v1/responses";
  private static final String VISIBLE = "内容由AI生成，须经医师确认";
  private static final String STREAMED = ",\"stream\":true";
  private static final String SAYS = "\"messages\":[{\"role\":\"user\",\"content\":\"好\"}]";
  private static final String ASKS = "\"input\":\"好\"";

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void wholeAnswersBearTheSevenFields() throws Exception {
    for (String[] call : List.of(new String[] {CHAT, SAYS}, new String[] {RESPONSES, ASKS})) {
      HttpResponse<String> answer = post(call[0], call[1]);

      isLabel(JSON.readTree(answer.body()).path("aigc"), answer);
    }
  }

  @Test
  void streamsBearThemOnTheFirstAndTheLastPieceOnly() {
    String several = "好".repeat(20);
    for (String[] call : List.of(new String[] {CHAT, SAYS}, new String[] {RESPONSES, ASKS})) {
      HttpResponse<String> answer = post(call[0], call[1].replace("好", several) + STREAMED);
      List<JsonNode> pieces = Streams.chunks(answer.body());

      assertThat(pieces).hasSizeGreaterThan(2);
      isLabel(pieces.getFirst().path("aigc"), answer);
      isLabel(pieces.getLast().path("aigc"), answer);
      assertThat(pieces.subList(1, pieces.size() - 1)).noneMatch(piece -> piece.has("aigc"));
    }
  }

  @Test
  void proseEndsWithTheSentence() throws Exception {
    assertThat(content(post(CHAT, SAYS))).isEqualTo("好\n\n" + VISIBLE);
    assertThat(Streams.text(post(CHAT, SAYS + STREAMED).body())).isEqualTo("好\n\n" + VISIBLE);
    assertThat(JSON.readTree(post(RESPONSES, ASKS).body()).at("/output/0/content/0/text").asText())
        .isEqualTo("好\n\n" + VISIBLE);
  }

  @Test
  void jsonThatWasAskedForStaysJson() throws Exception {
    for (String format :
        List.of(
            "{\"type\":\"json_object\"}",
            "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"schema\":{\"type\":\"object\"}}}")) {
      String asked = SAYS.replace("好", "{}") + ",\"response_format\":" + format;
      assertThat(content(post(CHAT, asked))).isEqualTo("{}");
      assertThat(Streams.text(post(CHAT, asked + STREAMED).body())).isEqualTo("{}");
    }
    String asked = "\"input\":\"{}\",\"text\":{\"format\":{\"type\":\"json_object\"}}";
    assertThat(post(RESPONSES, asked).body()).contains("\"text\":\"{}\"").doesNotContain(VISIBLE);
    assertThat(post(RESPONSES, asked + STREAMED).body())
        .contains("\"text\":\"{}\"")
        .doesNotContain(VISIBLE);
  }

  /** Asked for in words only: nobody but the answer itself says that it is JSON. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\\\"诊断\\\":[\\\"肺炎\\\"]}",
        " \\n[1,2]\\n",
        "```json\\n{\\\"a\\\":1}\\n```",
        "```\\n[]\\n```"
      })
  void jsonThatNobodyDeclaredStaysJson(String document) throws Exception {
    String told = JSON.readTree('"' + document + '"').asText();

    assertThat(content(post(CHAT, SAYS.replace("好", document)))).isEqualTo(told);
    assertThat(Streams.text(post(CHAT, SAYS.replace("好", document) + STREAMED).body()))
        .isEqualTo(told);
    assertThat(post(RESPONSES, ASKS.replace("好", document)).body()).doesNotContain(VISIBLE);
    HttpResponse<String> stream = post(RESPONSES, ASKS.replace("好", document) + STREAMED);
    assertThat(stream.body()).doesNotContain(VISIBLE);
    isLabel(Streams.chunks(stream.body()).getLast().path("aigc"), stream);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[1] 见指南。", "{甲}", "```json\\n{}\\n```\\n以上供参考", "```python\\n[]\\n```", "42"})
  void whatOnlyBeginsLikeJsonIsProse(String text) throws Exception {
    String told = JSON.readTree('"' + text + '"').asText();

    assertThat(content(post(CHAT, SAYS.replace("好", text)))).isEqualTo(told + "\n\n" + VISIBLE);
    assertThat(Streams.text(post(CHAT, SAYS.replace("好", text) + STREAMED).body()))
        .isEqualTo(told + "\n\n" + VISIBLE);
    assertThat(post(RESPONSES, ASKS.replace("好", text)).body()).contains(VISIBLE);
    assertThat(post(RESPONSES, ASKS.replace("好", text) + STREAMED).body()).contains(VISIBLE);
  }

  @Test
  void callsOfToolsAreNotWrittenInto() {
    String function = "\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\"}";
    echo(
        "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"我查一下\",\"tool_calls\":[{\"id\":\"c\","
            + function
            + "}]}}]}");
    assertThat(post(CHAT, SAYS).body())
        .contains("\"arguments\":\"{\\\"a\\\":1}\"", "\"aigc\"")
        .doesNotContain(VISIBLE);

    echo(
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"我查一下\"}}]}\n\n"
            + "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,"
            + function
            + "}]}}]}\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\n");
    assertThat(post(CHAT, SAYS + STREAMED).body())
        .contains("\"arguments\":\"{\\\"a\\\":1}\"", "\"aigc\"", "[DONE]")
        .doesNotContain(VISIBLE);

    String item =
        "{\"type\":\"function_call\",\"call_id\":\"c\",\"name\":\"f\",\"arguments\":\"{}\"}";
    echo("{\"output\":[" + item + "]}");
    assertThat(post(RESPONSES, ASKS).body())
        .contains("\"arguments\":\"{}\"")
        .doesNotContain(VISIBLE);
    echo(
        "data: {\"type\":\"response.function_call_arguments.delta\",\"item_id\":\"i\",\"delta\":\"{}\"}\n\n"
            + "data: {\"type\":\"response.function_call_arguments.done\",\"item_id\":\"i\",\"arguments\":\"{}\"}\n\n"
            + "data: {\"type\":\"response.completed\",\"response\":{\"output\":["
            + item
            + "]}}\n\n");
    assertThat(post(RESPONSES, ASKS + STREAMED).body())
        .contains("\"delta\":\"{}\"", "\"arguments\":\"{}\"", "\"aigc\"")
        .doesNotContain(VISIBLE);
  }

  @Test
  void aMissingProducerIsSaidAtTheStartAndNotInvented() {
    assertThat(warnings(Optional.empty())).contains("GATEHOUSE_AIGC_PRODUCER");
    assertThat(warnings(Optional.of(FakeServers.PRODUCER))).doesNotContain("GATEHOUSE_AIGC");

    var label = labelling(Optional.empty()).of(new UUID(1, 1));
    assertThat(label.headers())
        .containsKey("X-AIGC-Label")
        .doesNotContainKey("X-AIGC-ContentProducer");
  }

  private static String warnings(Optional<String> producer) {
    Listening log = new Listening();
    labelling(producer).start(new StartupEvent());
    return log.end();
  }

  private static Labelling labelling(Optional<String> producer) {
    return new Labelling(VISIBLE, "1", producer);
  }

  private static void isLabel(JsonNode label, HttpResponse<String> answer) {
    String output = answer.headers().firstValue("X-Gatehouse-Output").orElseThrow();
    JsonNode expected =
        JSON.createObjectNode()
            .put("Label", "1")
            .put("ContentProducer", FakeServers.PRODUCER)
            .put("ProduceID", output)
            .put("ReservedCode1", "")
            .put("ContentPropagator", FakeServers.PRODUCER)
            .put("PropagateID", output)
            .put("ReservedCode2", "");
    assertThat(label).isEqualTo(expected);
    assertThat(answer.headers().firstValue("X-AIGC-ContentProducer"))
        .hasValue(FakeServers.PRODUCER);
    assertThat(answer.headers().firstValue("X-AIGC-ProduceID")).hasValue(output);
  }

  private static String content(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body()).at("/choices/0/message/content").asText();
  }

  private static void echo(String answer) {
    Script.say("echo:" + Script.IN_HOUSE, answer);
  }

  private static HttpResponse<String> post(String path, String members) {
    HttpResponse<String> answer =
        Gateway.post(
            path,
            "{\"model\":\"note-assistant\",%s,\"gatehouse\":%s}"
                .formatted(members, Gateway.CONTEXT.formatted("")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }
}
