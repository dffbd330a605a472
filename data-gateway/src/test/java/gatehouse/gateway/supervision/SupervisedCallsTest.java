package gatehouse.gateway.supervision;

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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that acts on a patient answers only while a physician watches, three seconds at most. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause("G-31")
class SupervisedCallsTest {
  private static final String CHAT = "/v1/chat/completions";

  private final String encounter = "E-" + UUID.randomUUID();

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @ParameterizedTest
  @ValueSource(strings = {CHAT, "/v1/responses", "/v1/embeddings"})
  void withoutAWatchingPhysicianNothingIsSent(String path) {
    HttpResponse<String> refused = Gateway.post(path, body(path, false));

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
    JsonNode error = Ward.json(refused).path("error");
    assertThat(error.path("code").asText()).isEqualTo("supervisor_required");
    assertThat(error.path("gatehouse").path("obligations").toString())
        .contains("SUPERVISOR_HEARTBEAT");
    assertThat(error.path("gatehouse").path("clauses").toString()).contains("G-31");
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
  }

  @Test
  void aWatchedCallIsAnswered() {
    start();

    HttpResponse<String> answer = Gateway.post(CHAT, body(CHAT, false));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void aLostHeartbeatEndsTheRunningStream() throws Exception {
    Script.say("pause:" + Script.IN_HOUSE, "60000");
    start();

    try (BufferedReader events = stream()) {
      String first = events.readLine();
      String rest = String.join("\n", events.lines().toList());

      assertThat(first).contains("\"choices\"");
      assertThat(rest).contains("\"code\":\"supervisor_required\"").doesNotContain("[DONE]");
    }
  }

  @Test
  void endingTheWatchEndsTheRunningStream() throws Exception {
    Script.say("pause:" + Script.IN_HOUSE, "60000");
    String id = start();

    try (BufferedReader events = stream()) {
      events.readLine();
      Ward.post(Ward.physician(), "/v1/supervisions/" + id + "/end", "");
      String rest = String.join("\n", events.lines().toList());

      assertThat(rest).contains("\"code\":\"supervisor_required\"").doesNotContain("[DONE]");
    }
  }

  private String start() {
    HttpResponse<String> started = Ward.supervise(Ward.physician(), encounter);
    assertThat(started.statusCode()).as(started.body()).isEqualTo(201);
    return Ward.json(started).path("supervisionId").asText();
  }

  private String body(String path, boolean streamed) {
    return "{\"model\":\"%s\",%s,%s\"gatehouse\":%s}"
        .formatted(
            Ward.ROBOT,
            path.equals(CHAT)
                ? "\"messages\":[{\"role\":\"user\",\"content\":\"下一步怎么走，请逐步说明。\"}]"
                : "\"input\":\"下一步\"",
            streamed ? "\"stream\":true," : "",
            Gateway.CONTEXT.formatted("").replace("\"E-1\"", "\"" + encounter + "\""));
  }

  private BufferedReader stream() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Gateway.url() + CHAT))
            .header("Authorization", "Bearer " + Gateway.his())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body(CHAT, true)))
            .build();
    return new BufferedReader(
        new InputStreamReader(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofInputStream())
                .body(),
            StandardCharsets.UTF_8));
  }
}
