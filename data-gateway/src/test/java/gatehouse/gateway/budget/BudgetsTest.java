package gatehouse.gateway.budget;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.fakes.Ward;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One of two gateways that share five calls a minute of one application and twenty tokens a minute
 * of another: three calls, rounded up, and ten tokens.
 */
@QuarkusTest
@TestProfile(BudgetsTest.Narrow.class)
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class BudgetsTest {

  /** Narrow budgets. */
  public static final class Narrow implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "gatehouse.budget.applications.\"note-assistant\".requests-per-minute", "5",
          "gatehouse.budget.applications.\"discharge-summary\".tokens-per-minute", "20",
          "gatehouse.budget.replicas", "2");
    }
  }

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void theFourthCallOfAMinuteWaits() {
    for (int i = 0; i < 3; i++) {
      assertThat(chat("note-assistant").statusCode()).isEqualTo(200);
    }

    HttpResponse<String> fourth = chat("note-assistant");

    assertThat(fourth.statusCode()).isEqualTo(429);
    assertThat(Ward.json(fourth).path("error").path("type").asText()).isEqualTo("rate_limit_error");
    assertThat(Ward.json(fourth).path("error").path("code").asText()).isEqualTo("rate_limited");
    long seconds = fourth.headers().firstValueAsLong("retry-after").orElseThrow();
    assertThat(seconds).isBetween(1L, 20L);
    assertThat(fourth.headers().firstValueAsLong("retry-after-ms").orElseThrow())
        .isLessThanOrEqualTo(seconds * 1000);
    assertThat(Script.received(Script.IN_HOUSE)).hasSize(3);
  }

  @Test
  void usedUpTokensWaitToo() {
    Script.say(
        "raw:" + Script.IN_HOUSE,
        """
        {"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,
         "finish_reason":"stop","message":{"role":"assistant","content":"好"}}],
         "usage":{"prompt_tokens":10,"completion_tokens":1,"total_tokens":11}}
        """);
    assertThat(chat("discharge-summary").statusCode()).isEqualTo(200);

    HttpResponse<String> second = chat("discharge-summary");

    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(second.headers().firstValue("retry-after")).isPresent();
  }

  private static HttpResponse<String> chat(String application) {
    return Gateway.post("/v1/chat/completions", Gateway.chat(application, "你好", ""));
  }
}
