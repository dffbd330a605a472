package gatehouse.gateway.completion;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each answer counts once, whatever its model says of the tokens, and how often. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class ModelMetersTest {
  private static final String DURATION = "gen_ai.client.operation.duration";
  private static final String CHAT = "/v1/chat/completions";

  private static final String CUMULATIVE =
      """
      data: {"choices":[{"index":0,"delta":{"content":"好"}}],"usage":{"prompt_tokens":5,"completion_tokens":1,"total_tokens":6}}

      data: {"choices":[{"index":0,"delta":{"content":"的"},"finish_reason":"stop"}],"usage":{"prompt_tokens":5,"completion_tokens":2,"total_tokens":7}}

      data: [DONE]

      """;

  @Inject MeterRegistry meters;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAnswerCountsAlsoWhenItsModelTellsNoUsage(boolean streamed) {
    if (!streamed) {
      Script.say(
          "raw:" + Script.IN_HOUSE,
          "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"好\"}}]}");
    }
    long before = operations();
    double tokens = tokens();

    ask(streamed);

    assertThat(operations()).isEqualTo(before + 1);
    assertThat(tokens()).isEqualTo(tokens);
  }

  @Test
  void theLastWordOnUsageCounts() {
    Script.say("raw:" + Script.IN_HOUSE, CUMULATIVE);
    long before = operations();
    double tokens = tokens();

    ask(true);

    assertThat(operations()).isEqualTo(before + 1);
    assertThat(tokens()).isEqualTo(tokens + 7);
  }

  @Test
  void aStreamThatBreaksOffCountsAsAnError() {
    Script.say("raw:" + Script.IN_HOUSE, "data: {\"choices\":[{\"index\":0,\"delta\":{\"con\n\n");
    long answered = operations();
    long before = failed("broken_off");

    ask(true);

    assertThat(operations()).isEqualTo(answered);
    assertThat(failed("broken_off")).isEqualTo(before + 1);
  }

  @Test
  void anAnswerThatIsNoneCountsAsAnError() {
    Script.say("raw:" + Script.IN_HOUSE, "{\"nothing\":true}");
    long answered = operations();
    long before = failed("unusable_answer");

    ask(false);

    assertThat(operations()).isEqualTo(answered);
    assertThat(failed("unusable_answer")).isEqualTo(before + 1);
  }

  /** The first deployment is busy, the second of the same zone answers: two attempts, one error. */
  @Test
  void everyAttemptCountsByItself() {
    Script.status(Script.IN_HOUSE, 503);
    long answered = operations();
    long before = failed("503");

    Gateway.post(CHAT, Gateway.chat("discharge-summary", "好", ""));

    assertThat(failed("503")).isEqualTo(before + 1);
    assertThat(operations()).isEqualTo(answered + 1);
    assertThat(
            meters
                .find(DURATION)
                .tags("error.type", "503", "gen_ai.provider.name", Script.IN_HOUSE)
                .timers())
        .isNotEmpty();
    assertThat(
            meters
                .find(DURATION)
                .tags("error.type", "", "gen_ai.provider.name", Script.SPARE)
                .timers())
        .isNotEmpty();
  }

  private static void ask(boolean streamed) {
    String body = Gateway.chat("note-assistant", "好", "");
    Gateway.post(CHAT, streamed ? body.replaceFirst("\\{", "{\"stream\":true,") : body);
  }

  private long operations() {
    return failed("");
  }

  /** How many calls ended with this error; none has an empty one. */
  private long failed(String error) {
    return meters.find(DURATION).tag("error.type", error).timers().stream()
        .mapToLong(Timer::count)
        .sum();
  }

  private double tokens() {
    return meters.find("gen_ai.client.token.usage").summaries().stream()
        .mapToDouble(DistributionSummary::totalAmount)
        .sum();
  }
}
