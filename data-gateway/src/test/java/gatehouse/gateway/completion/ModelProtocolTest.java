package gatehouse.gateway.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which models speak OpenAI's protocol: what differs among them reaches nobody. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class ModelProtocolTest {
  private static final String CHAT = "/v1/chat/completions";
  private static final String FIRST =
      "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"咳嗽\"}}]}";
  private static final String LAST =
      "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"三周\"},\"finish_reason\":\"stop\"}]}";
  private static final String USAGE =
      "{\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2,\"total_tokens\":7}}";

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void theModelsOwnRetryAfterIsHandedOn() {
    Script.status(Script.IN_HOUSE, 429);
    Script.say("retry-after:" + Script.IN_HOUSE, "17");

    HttpResponse<String> answer = Gateway.post(CHAT, Gateway.chat("note-assistant", "好", ""));

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("17");
  }

  /** Official clients repeat a 502 by themselves: what the model will never take, they need not. */
  @ParameterizedTest
  @CsvSource({
    "400, 400, model_rejected",
    "404, 400, model_rejected",
    "413, 400, model_rejected",
    "422, 400, model_rejected",
    "401, 502, model_failed",
    "403, 502, model_failed"
  })
  void whatTheModelWillNeverTakeIsNotRepeated(int model, int status, String code) {
    Script.status(Script.IN_HOUSE, model);

    HttpResponse<String> answer = Gateway.post(CHAT, Gateway.chat("note-assistant", "咳嗽三周", ""));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("x-should-retry")).hasValue("false");
    // The model's own error repeats the prompt here.
    assertThat(answer.body()).contains("\"" + code + "\"").doesNotContain("咳嗽");
    assertThat(Script.received(Script.IN_HOUSE)).hasSize(1);
  }

  @Test
  void whatMayPassIsRepeated() {
    Script.status(Script.IN_HOUSE, 500);

    HttpResponse<String> answer = Gateway.post(CHAT, Gateway.chat("note-assistant", "好", ""));

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("x-should-retry")).isEmpty();
  }

  /** The fake's own header lines come behind the one it is told. */
  @ParameterizedTest
  @CsvSource({
    "1, 'retry-after-ms: 250', 250, 1",
    "99, 'retry-after-ms: 2500', 2500, 3",
    "'Wed, 21 Oct 2026 07:28:30 GMT', 'Date: Wed, 21 Oct 2026 07:28:00 GMT', 30000, 30",
    "'Wednesday, 21-Oct-26 07:28:30 GMT', 'Date: Wed Oct 21 07:28:00 2026', 30000, 30",
    "'Wed Oct 21 07:28:30 2026', 'Date: Wednesday, 21-Oct-26 07:28:00 GMT', 30000, 30",
    "'Wed, 21 Oct 2026 07:27:00 GMT', 'Date: Wed, 21 Oct 2026 07:28:00 GMT', 1, 1",
    "'Wed, 21 Oct 2026 07:27:00 GMT', 'X-Nothing: 1', 1, 1",
    "400000, 'X-Nothing: 1', 3600000, 3600",
  })
  void whateverFormItHasTheCallerIsToldBoth(
      String retryAfter, String header, String millis, String seconds) {
    Script.status(Script.IN_HOUSE, 503);
    Script.say("retry-after:" + Script.IN_HOUSE, retryAfter + "\r\n" + header);

    HttpResponse<String> answer = Gateway.post(CHAT, Gateway.chat("note-assistant", "好", ""));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().allValues("retry-after-ms")).containsExactly(millis);
    assertThat(answer.headers().allValues("retry-after")).containsExactly(seconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Wednesday",
        "Wed, 32 Oct 2026 07:28:30 GMT",
        "Wed, 21 Oct 2026 07:28:30 GMT (or whenever the maintenance of all our models is over)",
        "-1",
        "soon\u00e9"
      })
  void anUnreadableRetryAfterIsNot(String header) {
    Script.status(Script.IN_HOUSE, 429);
    Script.say("retry-after:" + Script.IN_HOUSE, header);

    HttpResponse<String> answer = Gateway.post(CHAT, Gateway.chat("note-assistant", "好", ""));

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("retry-after")).isEmpty();
  }

  @Test
  void usageComesLastWithoutChoices() {
    Script.say("raw:" + Script.IN_HOUSE, events("\n\n", FIRST, LAST, USAGE, "[DONE]"));

    List<JsonNode> chunks = Streams.chunks(stream(",\"stream_options\":{\"include_usage\":true}"));

    assertThat(Script.bodies(Script.IN_HOUSE).getFirst()).contains("\"include_usage\":true");
    assertThat(chunks.getLast().path("choices")).isEmpty();
    assertThat(chunks.getLast().path("choices").isArray()).isTrue();
    assertThat(chunks.getLast().at("/usage/total_tokens").asInt()).isEqualTo(7);
    assertThat(chunks.subList(0, chunks.size() - 1))
        .allSatisfy(chunk -> assertThat(chunk.path("choices")).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n", "\r\n\r\n", "\r\r", "\r\n\n"})
  void everyEndOfALineIsOne(String end) {
    Script.say("raw:" + Script.IN_HOUSE, events(end, FIRST, LAST, "[DONE]"));

    String answer = stream("");

    assertThat(Streams.text(answer)).startsWith("咳嗽三周");
    assertThat(answer).endsWith("data: [DONE]\n\n").doesNotContain("\r");
  }

  @Test
  void commentsAndNamesOfEventsAreLeftOut() {
    Script.say(
        "raw:" + Script.IN_HOUSE,
        ": waiting\n\n"
            + events("\n: still there\n\n: waiting\n\n", FIRST)
            + "event: completion\nid: 7\nretry: 10\n"
            + events("\n\n", LAST, "[DONE]"));

    String answer = stream("");

    assertThat(Streams.text(answer)).startsWith("咳嗽三周");
    assertThat(answer).doesNotContain("waiting", "event:", "id: 7", "retry:");
  }

  @Test
  void aMissingDoneIsAdded() {
    Script.say("raw:" + Script.IN_HOUSE, events("\n\n", FIRST, LAST));

    String answer = stream("");

    assertThat(Streams.text(answer)).startsWith("咳嗽三周");
    assertThat(answer).endsWith("data: [DONE]\n\n");
  }

  /** The fake cuts its bytes anywhere: three make one of these characters. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5})
  void charactersCutBetweenTheirBytesAreWhole(int bytes) {
    Script.say("write:" + Script.IN_HOUSE, Integer.toString(bytes));

    assertThat(Streams.text(stream(""))).startsWith("欧阳明月咳嗽，体温38℃").doesNotContain("\ufffd");
  }

  private static String events(String end, String... data) {
    return "data: " + String.join(end + "data: ", data) + end;
  }

  private static String stream(String more) {
    return Gateway.post(
            CHAT,
            Gateway.chat("note-assistant", "欧阳明月咳嗽，体温38℃", "")
                .replaceFirst("\\{", "{\"stream\":true" + more + ","))
        .body();
  }
}
