package gatehouse.gateway.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner denies, or does not answer, is denied on every route to a model. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class DeniedEverywhereTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Far above the budget of one second: nothing here is a measurement. */
  private static final Duration BOUND = Duration.ofSeconds(10);

  private static final String PERMIT =
      """
      {"application":"note-assistant","patient":{"issuer":"HIS","id":"00123456"},
       "encounter":"E-1","purpose":"CARE","dataCategories":["LAB"],"user":"qian.physician"}
      """;

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  @Clause("G-60")
  void whoIsBeingAssessedWithoutAiGetsNone() throws Exception {
    Script.say("standings:note-assistant", Answers.untrained("note-assistant", "ASSESSMENT"));

    JsonNode permit = JSON.readTree(Gateway.post("/v1/permits", PERMIT).body());

    assertThat(permit.path("decision").asText()).isEqualTo("DENY");
    assertThat(permit.path("reasons").findValuesAsText("code")).containsExactly("ASSESSMENT");
    for (HttpResponse<String> answer : everyRoute("in-house")) {
      isRefused(answer, "assessment");
    }
    for (HttpResponse<String> answer : everyRoute("public-cloud")) {
      isRefused(answer, "assessment");
    }
    nothingArrived();
  }

  @ParameterizedTest
  @ValueSource(strings = {"standings", "decisions"})
  @Clause({"G-37", "G-51"})
  void anOwnerThatIsSlowRefusesTheCallInBoundedTime(String owner) throws Exception {
    Script.delay(owner, 20_000);

    for (String deployment : List.of("in-house", "public-cloud")) {
      for (String[] call : calls(deployment)) {
        long start = System.nanoTime();
        HttpResponse<String> answer = Gateway.post(call[0], call[1]);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
        isRefused(answer, "owner_timeout");
      }
    }
    nothingArrived();
  }

  private static void isRefused(HttpResponse<String> answer, String code) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(answer.headers().firstValue("x-should-retry")).hasValue("false");
    assertThat(JSON.readTree(answer.body()).at("/error/code").asText()).isEqualTo(code);
    Note.SECRETS.forEach(secret -> assertThat(answer.body()).doesNotContain(secret));
  }

  private static void nothingArrived() {
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
    assertThat(Script.received(Script.PUBLIC)).isEmpty();
  }

  private static List<HttpResponse<String>> everyRoute(String deployment) {
    return calls(deployment).stream().map(call -> Gateway.post(call[0], call[1])).toList();
  }

  /** Path and body of every way to ask a model for something. */
  private static List<String[]> calls(String deployment) {
    String context =
        Gateway.CONTEXT.formatted(",\"deployment\":\"" + deployment + "\"" + Note.KNOWN);
    String text = "\"" + Note.TEXT + "\"";
    String messages = "\"messages\":[{\"role\":\"user\",\"content\":" + text + "}]";
    List<String[]> calls = new ArrayList<>();
    for (String form : List.of("", ",\"stream\":true")) {
      calls.add(new String[] {"/v1/chat/completions", body(messages + form, context)});
      calls.add(new String[] {"/v1/responses", body("\"input\":" + text + form, context)});
    }
    calls.add(new String[] {"/v1/embeddings", body("\"input\":" + text, context)});
    return calls;
  }

  private static String body(String members, String context) {
    return "{\"model\":\"note-assistant\",%s,\"gatehouse\":%s}".formatted(members, context);
  }
}
