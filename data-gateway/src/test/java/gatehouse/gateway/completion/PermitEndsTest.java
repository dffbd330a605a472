package gatehouse.gateway.completion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.output.StopWhileRegistering;
import gatehouse.gateway.upstream.LateStop;
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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends a permit ends the stream that runs on it, also while the model says nothing. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
class PermitEndsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE = 10_000_000_000L;

  private long journalEnd;

  @BeforeEach
  void everyoneAgrees() throws Exception {
    Script.reset();
    for (long next = -1; next != journalEnd; next = journal(journalEnd).path("next").asLong()) {
      journalEnd = Math.max(next, 0);
    }
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
    assertThat(endedPermit("\"reason\":\"STOPPED\",\"sent\":true")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void aStopBehindTheRecordKeepsTheBytesInTheHouseAndTheRecordSaysSo() throws Exception {
    LateStop.expect();

    HttpResponse<String> answer =
        Gateway.post("/v1/chat/completions", Gateway.chat("note-assistant", "请概括今天的护理记录。", ""));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"stopped\"");
    assertThat(Script.bodies(Script.IN_HOUSE)).isEmpty();
    assertThat(endedPermit("\"reason\":\"STOPPED\",\"sent\":false")).isEqualTo("PERMIT");
  }

  @Test
  @Clause("G-51")
  void aStopWhileTheAnswerIsRegisteredKeepsIt() throws Exception {
    StopWhileRegistering.expect();

    HttpResponse<String> answer =
        Gateway.post("/v1/chat/completions", Gateway.chat("note-assistant", "请概括今天的护理记录。", ""));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"stopped\"").doesNotContain("choices");
    assertThat(endedPermit("\"reason\":\"STOPPED\",\"sent\":true")).isEqualTo("PERMIT");
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

  /** Whichever owner is silent: what it would have said is not known. */
  @ParameterizedTest
  @ValueSource(strings = {"stops", "standings", "decisions"})
  @Clause("G-51")
  void aLeaseThatRunsOutEndsALiveStream(String owner) throws Exception {
    Script.say("ttl", "3000");
    Script.say("pause:" + Script.IN_HOUSE, "60000");

    try (BufferedReader events = stream()) {
      events.readLine();
      Script.status(owner, 500);
      String rest = String.join("\n", events.lines().toList());

      assertThat(rest).contains("\"code\":\"owner_unreachable\"").doesNotContain("[DONE]");
    }
  }

  /**
   * What had been decided of the permit that, as the journal says since this test began, ended so.
   */
  private String endedPermit(String how) throws IOException {
    long deadline = System.nanoTime() + PATIENCE;
    while (System.nanoTime() < deadline) {
      Map<String, String> decisions = new HashMap<>();
      for (JsonNode entry : journal(journalEnd).path("entries")) {
        JsonNode data = entry.path("data");
        String permit = data.path("permitId").asText();
        if (entry.path("type").asText().equals("gatehouse.gateway.permit.decided.v1")) {
          decisions.put(permit, data.path("decision").asText());
        } else if (entry.path("type").asText().equals("gatehouse.gateway.permit.ended.v1")
            && data.toString().contains(how)) {
          return decisions.getOrDefault(permit, "never decided");
        }
      }
    }
    return "never ended";
  }

  private static JsonNode journal(long after) throws IOException {
    String auditor = Tokens.as("han.auditor").roles("AUDITOR").token();
    return JSON.readTree(Gateway.get("/v1/journal?limit=1000&after=" + after, auditor).body());
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
