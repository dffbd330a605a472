package gatehouse.gateway.leaks;

import static gatehouse.gateway.leaks.Cloud.CHAT;
import static gatehouse.gateway.leaks.Cloud.says;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.egress.FaultyScanners;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.Listening;
import gatehouse.gateway.fakes.Note;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases 48 to 55: what runs around the requests. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause({"G-42", "G-44", "G-51"})
class OperationsTest implements InItsForms {
  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  @Test
  void case48_aTextThatTheEngineGivesUp() {
    Cloud.isRefused(CHAT, says("王伟，".repeat(60_000)), "raw_egress");
  }

  @Test
  void case48_anEngineThatFails() {
    FaultyScanners.engineThrows();
    isScannerDown();
    nobodyIsLookedForInTheHouse();

    FaultyScanners.engineOverflows();
    isScannerDown();
  }

  @Test
  void case48_anEngineThatIsSlow() {
    FaultyScanners.engineIsSlow();
    isScannerDown();
    nobodyIsLookedForInTheHouse();

    FaultyScanners.engineHas(Duration.ofNanos(1));
    isScannerDown();
  }

  @Test
  void case48_aLastLookThatFailsOrIsSlow() {
    FaultyScanners.tripwireThrows();
    isScannerDown();

    FaultyScanners.tripwireIsSlow();
    isScannerDown();
  }

  /** Whole and streamed, with somebody in it and without; and the desk reads why. */
  private static void isScannerDown() {
    for (String text : List.of(Note.TEXT, "请解释高血压的分级。")) {
      for (String streamed : List.of("", ",\"stream\":true")) {
        HttpResponse<String> answer = Cloud.send(CHAT, says(text) + streamed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"scanner_down\"");
      }
    }
    assertThat(Script.received(Script.PUBLIC)).isEmpty();
    String security = Tokens.as("jiang.security").roles("SECURITY_ANALYST").token();
    assertThat(Gateway.get("/v1/blocks?reason=SCANNER_DOWN&limit=1", security).body())
        .contains("\"SCANNER_DOWN\"");
  }

  /** A call about nobody is looked through in the house, too. */
  private static void nobodyIsLookedForInTheHouse() {
    HttpResponse<String> answer =
        Gateway.post(
            CHAT,
            "{\"model\":\"wayfinding\",\"messages\":[{\"role\":\"user\",\"content\":\"怎么去内科？\"}]}");
    assertThat(answer.body()).contains("\"code\":\"scanner_down\"");
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
  }

  @Test
  void case51_nobodySwitchesTheGuardOff() {
    Map<String, String> headers =
        Map.of(
            "Authorization", "Bearer " + Gateway.his(),
            "X-Gatehouse-Policy", "off",
            "X-Portkey-Config", "{\"guardrails\":[]}",
            "X-LiteLLM-Disable-Guardrails", "true");
    assertThat(Cloud.send(says(Note.TEXT), headers).statusCode()).isEqualTo(200);
    Cloud.assertNothingLeft();

    for (String member :
        List.of(
            "\"guardrails\":{}",
            "\"disable_guardrails\":true",
            "\"metadata\":{\"policy\":\"off\"},\"extra_body\":{}")) {
      Cloud.leaksNothing(CHAT, says(Note.TEXT) + "," + member);
    }
    HttpResponse<String> policy =
        Gateway.post(CHAT, Gateway.chat("note-assistant", Note.TEXT, ",\"policy\":\"off\""));
    assertThat(policy.statusCode()).isEqualTo(400);
  }

  @Test
  void case52_nobodyNamesAnAddress() {
    Script.reset();
    Map<String, String> headers =
        Map.of(
            "Authorization", "Bearer " + Gateway.his(),
            "X-Forwarded-Host", "evil.example",
            "Forwarded", "host=evil.example",
            "X-Base-Url", "http://evil.example");
    Cloud.send(says("好"), headers);
    assertThat(Script.received(Script.PUBLIC)).hasSize(1);
    assertThat(Script.received(Script.PUBLIC).getFirst()).doesNotContain("evil.example");

    Map<String, String> fromAPage = Map.of("Cookie", "access_token=" + Gateway.his());
    assertThat(Cloud.send(says("好"), fromAPage).statusCode())
        .as("a page of a rebound name has no token")
        .isEqualTo(401);

    Cloud.isRefused(CHAT, says("好") + ",\"base_url\":\"http://evil.example\"", "field_not_allowed");
    HttpResponse<String> url =
        Gateway.post(CHAT, Gateway.chat("note-assistant", "好", ",\"url\":\"http://evil.example\""));
    assertThat(url.statusCode()).isEqualTo(400);
  }

  @Test
  void case53_twoPatientsShareNothing() {
    Cloud.passes(CHAT, says("患者欧阳明月，咳嗽。"));

    List<String> sent = Script.bodies(Script.PUBLIC);
    assertThat(sent).hasSize(2);
    assertThat(sent.getFirst().replaceAll(".*(⟦[^⟧]*⟧).*", "$1"))
        .isNotEqualTo(sent.getLast().replaceAll(".*(⟦[^⟧]*⟧).*", "$1"));
    HttpResponse<String> other =
        Gateway.post(
            CHAT,
            Gateway.chat("note-assistant", "患者欧阳明月，咳嗽。", ",\"deployment\":\"public-cloud\"")
                .replace("00123456", "00999999"));
    assertThat(other.headers().firstValue("X-Gatehouse-Output")).isPresent();
    assertThat(Script.received(Script.PUBLIC)).as("nothing is answered from a store").hasSize(3);
  }

  @Test
  void case54_recordsOfTheGuard() {
    Listening log = new Listening();
    Gateway.post(
        CHAT,
        Gateway.chat(
            "note-assistant", Note.TEXT, ",\"deployment\":\"public-cloud-strict\"" + Note.KNOWN));
    Cloud.answers(CHAT, says(Note.TEXT));

    for (int status : List.of(500, 302)) {
      Script.status(Script.PUBLIC, status);
      Cloud.answers(CHAT, says(Note.TEXT));
    }
    Script.reset();
    Script.say("raw:" + Script.PUBLIC, "{\"choices\":[{\"message\":" + Cloud.quoted(Note.TEXT));
    Cloud.answers(CHAT, says(Note.TEXT));
    Cloud.send(
        "\"messages\":[{\"role\":\"" + Note.TEXT + "\"",
        Map.of("Authorization", "Bearer " + Gateway.his()));
    String logged = log.end();
    assertThat(logged).as("the trouble was logged").contains("the model's answer cannot be used");
    Note.SECRETS.forEach(secret -> assertThat(logged).doesNotContain(secret));

    String security = Tokens.as("jiang.security").roles("SECURITY_ANALYST").token();
    String auditor = Tokens.as("han.auditor").roles("AUDITOR").token();
    String records =
        Gateway.get("/v1/blocks", security).body()
            + Gateway.get("/v1/journal?limit=1000", auditor).body()
            + Gateway.get("/q/metrics", auditor).body();
    assertThat(records)
        .contains("RAW_EGRESS", "NATIONAL_ID")
        .contains("gatehouse_permit_decisions_total", "gen_ai_client_token_usage");
    Note.SECRETS.forEach(secret -> assertThat(records).doesNotContain(secret));
  }

  @Test
  void case55_aStopWhileAStreamRuns() throws Exception {
    Script.say("pause:" + Script.PUBLIC, "60000");
    CompletableFuture<HttpResponse<String>> whole =
        CompletableFuture.supplyAsync(() -> Cloud.send(CHAT, says("请概括今天的护理记录。")));

    try (BufferedReader events = stream()) {
      String first = events.readLine();
      Script.say("stops", Answers.stopped("s-55", "APPLICATION", "note-assistant"));
      String rest = String.join("\n", events.lines().toList());

      assertThat(first).contains("\"choices\"");
      assertThat(rest).contains("\"code\":\"stopped\"").doesNotContain("[DONE]");
    }
    assertThat(whole.get(1, TimeUnit.MINUTES).body()).contains("\"code\":\"stopped\"");
  }

  private static BufferedReader stream() throws Exception {
    String body =
        Gateway.chat(
                "note-assistant", "请概括今天的护理记录。", ",\"deployment\":\"public-cloud\"" + Note.KNOWN)
            .replaceFirst("\\{", "{\"stream\":true,");
    Gateway.called(CHAT, body);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Gateway.url() + CHAT))
            .header("Authorization", "Bearer " + Gateway.his())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
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
