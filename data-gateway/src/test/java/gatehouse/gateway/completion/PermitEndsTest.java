package gatehouse.gateway.completion;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ends a permit ends the stream that runs on it, also while the model says nothing. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class PermitEndsTest {

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  @Clause("G-51")
  void aStopEndsALiveStream() throws Exception {
    Script.say("pause:" + Script.IN_HOUSE, "60000");

    try (BufferedReader events = stream()) {
      String first = events.readLine();
      Script.say("stops", Answers.stopped("s-20", "APPLICATION", "note-assistant"));
      String rest = String.join("\n", events.lines().toList());

      assertThat(first).contains("\"choices\"");
      assertThat(rest).contains("\"code\":\"stopped\"", "\"error\"").doesNotContain("[DONE]");
    }
  }

  @Test
  @Clause({"E-39", "E-40"})
  void aWithdrawalEndsALiveStream() throws Exception {
    Script.say("pause:" + Script.IN_HOUSE, "60000");

    try (BufferedReader events = stream()) {
      String first = events.readLine();
      Script.say("decisions", Answers.NOT_ASKED);
      String rest = String.join("\n", events.lines().toList());

      assertThat(first).contains("\"choices\"");
      assertThat(rest).contains("\"code\":\"consent_changed\"").doesNotContain("[DONE]");
    }
  }

  @Test
  @Clause("G-51")
  void aLeaseThatRunsOutEndsALiveStream() throws Exception {
    Script.say("ttl", "3000");
    Script.say("pause:" + Script.IN_HOUSE, "60000");

    try (BufferedReader events = stream()) {
      events.readLine();
      Script.status("stops", 500);
      String rest = String.join("\n", events.lines().toList());

      assertThat(rest).contains("\"code\":\"owner_unreachable\"").doesNotContain("[DONE]");
    }
  }

  private static BufferedReader stream() throws IOException, InterruptedException {
    String body =
        Gateway.chat("note-assistant", "请概括今天的护理记录。", "").replaceFirst("\\{", "{\"stream\":true,");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Gateway.url() + "/v1/chat/completions"))
            .header("Authorization", "Bearer " + Gateway.his())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    InputStream answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(request, BodyHandlers.ofInputStream())
            .body();
    return new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8));
  }
}
