package gatehouse.gateway.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that ends before the model said that its answer does is half an answer. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class BrokenStreamsTest {
  private static final String CHAT = "/v1/chat/completions";
  private static final String LABEL = "内容由AI生成，须经医师确认";
  private static final String HELD = "⟦NAME-1";

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "data: [DONE]\n\n", ": bye\n\n"})
  @Clause("G-32")
  void aChatThatEndsTooSoonIsLabelledAndSaysSo(String end) {
    Script.say(
        "raw:" + Script.IN_HOUSE, chunk(0, "\"content\":\"见\"") + chunk(0, held("content")) + end);

    HttpResponse<String> answer = chat();

    assertThat(Streams.text(answer.body())).isEqualTo("见" + HELD + "\n\n" + LABEL);
    List<JsonNode> chunks = Streams.chunks(answer.body());
    JsonNode last = chunks.get(chunks.size() - 2);
    assertThat(last.path("aigc").path("Label").asText()).isNotEmpty();
    assertThat(last.at("/choices/0/finish_reason").isNull()).isTrue();
    isHalf(answer);
  }

  @Test
  void oneOfTwoChoicesMayBeThere() {
    Script.say(
        "raw:" + Script.IN_HOUSE,
        chunk(0, "\"content\":\"甲\"")
            + chunk(1, "\"content\":\"乙\"")
            + chunk(1, held("content"))
            + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");

    HttpResponse<String> answer = chat();

    List<JsonNode> chunks = Streams.chunks(answer.body());
    JsonNode last = chunks.get(chunks.size() - 2).path("choices");
    assertThat(last).hasSize(1);
    assertThat(last.path(0).path("index").asInt()).isEqualTo(1);
    assertThat(said(chunks, 1, "/delta/content")).isEqualTo("乙" + HELD + "\n\n" + LABEL);
    assertThat(last.at("/0/delta/content").asText()).endsWith(LABEL);
    isHalf(answer);
  }

  @Test
  void reasoningAndArgumentsAreDeliveredWithoutAVisibleText() {
    Script.say(
        "raw:" + Script.IN_HOUSE,
        chunk(0, held("reasoning"))
            + chunk(
                0,
                "\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\","
                    + held("arguments")
                    + "}}]"));

    HttpResponse<String> answer = chat();

    List<JsonNode> chunks = Streams.chunks(answer.body());
    assertThat(said(chunks, 0, "/delta/reasoning")).isEqualTo(HELD);
    assertThat(said(chunks, 0, "/delta/tool_calls/0/function/arguments")).isEqualTo(HELD);
    assertThat(answer.body()).doesNotContain(LABEL);
    isHalf(answer);
  }

  @Test
  void anErrorInTheMiddleLeavesNoTextWithoutItsLabel() {
    Script.say(
        "raw:" + Script.IN_HOUSE,
        chunk(0, "\"content\":\"半句\"") + "data: {\"error\":{\"message\":\"x\"}}\n\n");

    HttpResponse<String> answer = chat();

    assertThat(Streams.text(answer.body())).isEqualTo("半句\n\n" + LABEL);
    isHalf(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "data: [DONE]\n\n"})
  @Clause("G-32")
  void aResponseThatIsNotCompletedIsLabelledAndSaysSo(String end) {
    Script.say("raw:" + Script.IN_HOUSE, told("见") + told(HELD) + end);

    HttpResponse<String> answer = respond();

    List<JsonNode> events = Streams.chunks(answer.body());
    StringBuilder text = new StringBuilder();
    events.forEach(event -> text.append(event.path("delta").asText("")));
    assertThat(text.toString()).isEqualTo("见" + HELD + "\n\n" + LABEL);
    JsonNode last = events.get(events.size() - 2);
    assertThat(last.path("type").asText()).isEqualTo("response.output_text.delta");
    assertThat(last.path("item_id").asText()).isEqualTo("m");
    assertThat(last.path("aigc").path("Label").asText()).isNotEmpty();
    isHalf(answer);
  }

  @Test
  void aResponseWithAllItsTextsIsStillHalfWithoutItsEnd() {
    Script.say(
        "raw:" + Script.IN_HOUSE,
        told("见")
            + "data: {\"type\":\"response.output_text.done\",\"item_id\":\"m\",\"output_index\":0,\"content_index\":0,\"text\":\"见\"}\n\n");

    HttpResponse<String> answer = respond();

    assertThat(answer.body()).containsOnlyOnce("\"delta\":\"\\n\\n" + LABEL);
    isHalf(answer);
  }

  /** The client is told, and no physician can take it for a whole answer. */
  private static void isHalf(HttpResponse<String> answer) {
    assertThat(answer.body()).doesNotContain("[DONE]");
    assertThat(Streams.chunks(answer.body()).getLast().at("/error/code").asText())
        .isEqualTo("stream_broken");
    String id = answer.headers().firstValue("X-Gatehouse-Output").orElseThrow();
    HttpResponse<String> confirmed = Ward.decide(Ward.physician(), id, "confirm", "");
    assertThat(Ward.json(confirmed).path("type").asText()).isEqualTo("/problems/output-incomplete");
  }

  private static HttpResponse<String> chat() {
    return Gateway.post(CHAT, streamed(Gateway.chat("note-assistant", "请概括。", "")));
  }

  private static HttpResponse<String> respond() {
    return Gateway.post(
        "/v1/responses",
        streamed(
            "{\"model\":\"note-assistant\",\"input\":\"请概括。\",\"gatehouse\":%s}"
                .formatted(Gateway.CONTEXT.formatted(""))));
  }

  private static String streamed(String body) {
    return body.replaceFirst("\\{", "{\"stream\":true,");
  }

  private static String chunk(int choice, String delta) {
    return "data: {\"choices\":[{\"index\":%d,\"delta\":{%s}}]}\n\n".formatted(choice, delta);
  }

  private static String held(String field) {
    return "\"%s\":\"%s\"".formatted(field, HELD);
  }

  private static String told(String delta) {
    return "data: {\"type\":\"response.output_text.delta\",\"item_id\":\"m\",\"output_index\":0,\"content_index\":0,\"delta\":\"%s\"}\n\n"
        .formatted(delta);
  }

  /** What all chunks together say of one choice: without placeholders nothing is held back. */
  private static String said(List<JsonNode> chunks, int index, String where) {
    return chunks.stream()
        .flatMap(chunk -> StreamSupport.stream(chunk.path("choices").spliterator(), false))
        .filter(choice -> choice.path("index").asInt() == index)
        .map(choice -> choice.at(where).asText())
        .collect(Collectors.joining());
  }
}
