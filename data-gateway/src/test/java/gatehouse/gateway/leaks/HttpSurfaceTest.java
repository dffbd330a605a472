package gatehouse.gateway.leaks;

import static gatehouse.gateway.leaks.Cloud.CHAT;
import static gatehouse.gateway.leaks.Cloud.EMBEDDINGS;
import static gatehouse.gateway.leaks.Cloud.RESPONSES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.FakeServers;
import gatehouse.gateway.fakes.Gateway;
import gatehouse.gateway.fakes.RawClient;
import gatehouse.gateway.fakes.Script;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, paths and tokens with which somebody may try to pass for somebody else. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "gateway"))
@WithTestResource(FakeServers.class)
@Clause("G-42")
class HttpSurfaceTest {
  private static final String PATIENT =
      "{\"patient\":{\"issuer\":\"HIS\",\"id\":\"%s\"},\"purpose\":\"CARE\",\"user\":\"qian.physician\"}";
  private static final String MESSAGES = "\"messages\":[{\"role\":\"user\",\"content\":\"好\"}]";

  @BeforeEach
  void everyoneAgrees() {
    Script.reset();
  }

  static Stream<Arguments> routes() {
    String input = "\"input\":\"好\"";
    return Stream.of(
        arguments(CHAT, MESSAGES),
        arguments(CHAT, MESSAGES + ",\"stream\":true"),
        arguments(RESPONSES, input),
        arguments(RESPONSES, input + ",\"stream\":true"),
        arguments(EMBEDDINGS, input));
  }

  @ParameterizedTest
  @MethodSource("routes")
  @Clause({"G-51", "G-02"})
  void aStoppedApplicationIsStoppedOnEveryRoute(String path, String members) {
    Script.say("stops", Answers.stopped("s-surface", "APPLICATION", "note-assistant"));

    isRefused(Gateway.post(path, body(members)), 403, "stopped");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void aWithdrawnApplicationIsClosedOnEveryRoute(String path, String members) {
    Script.say(
        "standings:note-assistant",
        Answers.refused("note-assistant", "NOT_ADMITTED", "NOT_TRAINED"));

    isRefused(Gateway.post(path, body(members)), 403, "not_admitted");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void aTokenOfSomebodyElsesIsRefusedOnEveryRoute(String path, String members) {
    Tokens his = Tokens.as("his").roles("HIS_SYSTEM").claim("azp", "his");
    for (String token :
        List.of(
            his.issuer("https://sso.example.org/realms/hospital").token(),
            his.audience("consent-service").token(),
            his.expired().token(),
            unsigned(his.token()),
            "ghk_" + "A".repeat(43),
            "ghk_",
            "null")) {
      isRefused(
          Gateway.post(path, body(members), Map.of("Authorization", "Bearer " + token)),
          401,
          "invalid_api_key");
    }
  }

  /** A proxy and the gateway may take different ones of two. */
  @Test
  void twoTokensAreNoToken() throws Exception {
    String mine = "Authorization: Bearer " + Gateway.his() + "\r\n";
    String other = "authorization: Bearer x.y.z\r\n";
    for (String both : List.of(mine + other, other + mine, mine + mine)) {
      assertThat(RawClient.send(post(CHAT, both, body(MESSAGES)))).startsWith("HTTP/1.1 400");
    }
    nothingArrived();
  }

  @Test
  void twoContextsOrOneThatCannotBeReadAreRefused() throws Exception {
    String one = encoded(PATIENT.formatted("1"));
    String two = encoded(PATIENT.formatted("2"));
    String none = "{\"model\":\"note-assistant\"," + MESSAGES + "}";
    for (String context :
        List.of(
            "X-Gatehouse-Context: " + one + "\r\nx-gatehouse-context: " + two,
            "X-GATEHOUSE-CONTEXT: " + one + "\r\nX-Gatehouse-Context: " + one,
            "X-Gatehouse-Context: " + one + "," + two,
            "X-Gatehouse-Context: " + one + " " + two,
            "X-Gatehouse-Context: ***",
            "X-Gatehouse-Context: " + encoded("null"),
            "X-Gatehouse-Context: " + encoded("[1]"),
            "X-Gatehouse-Context: " + encoded("{\"patient\":1}"),
            "X-Gatehouse-Context: " + encoded(PATIENT.formatted("1\",\"id\":\"2")))) {
      assertThat(RawClient.send(post(CHAT, his() + context + "\r\n", none)))
          .as(context)
          .matches("(?s)HTTP/1\\.1 40[03] .*");
    }
    String beside = "X-Gatehouse-Context: " + two + "\r\n";
    assertThat(RawClient.send(post(CHAT, his() + beside, body(MESSAGES))))
        .startsWith("HTTP/1.1 400");
    nothingArrived();
  }

  @Test
  void hugeHeadersAreRefusedAndTheGatewayGoesOn() throws Exception {
    String huge = "X-Gatehouse-Context: " + "A".repeat(64 * 1024) + "\r\n";

    String line = "GET /v1/models?x=" + "a".repeat(64 * 1024) + " HTTP/1.1\r\nHost: x\r\n";
    for (String request :
        List.of(post(CHAT, his() + huge, body(MESSAGES)), line + his() + "\r\n")) {
      // The gateway may hang up before all of it was sent.
      assertThat(RawClient.send(request)).doesNotStartWith("HTTP/1.1 2");
    }
    nothingArrived();
    assertThat(Gateway.post(CHAT, body(MESSAGES)).statusCode()).isEqualTo(200);
  }

  @Test
  void noHeaderMakesAnotherMethodOrCallerOfARequest() throws Exception {
    for (String header :
        List.of(
            "X-HTTP-Method-Override: GET",
            "X-HTTP-Method: DELETE",
            "X-Original-URL: /v1/models",
            "X-Rewrite-URL: /q/health",
            "X-Forwarded-User: root",
            "X-Forwarded-Prefix: /q",
            "Forwarded: for=127.0.0.1;proto=https")) {
      assertThat(RawClient.send(post("/v1/api-keys", his() + header + "\r\n", "{}")))
          .as(header)
          .startsWith("HTTP/1.1 403");
      assertThat(RawClient.send(post("/v1/api-keys", header + "\r\n", "{}")))
          .as(header)
          .startsWith("HTTP/1.1 401");
    }
    assertThat(RawClient.send(get(CHAT, his() + "X-HTTP-Method-Override: POST\r\n")))
        .matches("(?s)HTTP/1\\.1 40[45] .*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//v1/models",
        "/v1//models",
        "/v1/./models",
        "/v1/../v1/models",
        "/v1/%2e%2e/v1/models",
        "/v1/models;x=1",
        "/v1;a=b/models",
        "/v1%2fmodels",
        "/V1/models",
        "/v1/models/",
        "/v1/models%20",
        "/v1/models%00",
        "/v1/models/..",
        "http://elsewhere.example/v1/models",
        "/q/../v1/models",
        "/v1/api-keys/..;/models"
      })
  void noWritingOfAPathGoesRoundTheToken(String path) throws Exception {
    for (String headers : List.of("", "Authorization: Bearer x.y.z\r\n")) {
      assertThat(RawClient.send(get(path, headers)))
          .as(path)
          .matches("(?s)HTTP/1\\.1 (400|401|403|404) .*")
          .doesNotContain("note-assistant");
    }
  }

  /** Pages are asked for by what stands in the answer before; anything else is an error. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/blocks", "/v1/block-cases", "/v1/outputs", "/v1/recalls", "/v1/api-keys"})
  void tamperedCursorsAreErrorsOfTheCaller(String path) {
    String all =
        Tokens.as("an.analyst")
            .roles("SECURITY_ANALYST", "SEAT_INFO_CENTRE", "QUALITY_OFFICER", "AUDITOR")
            .token();
    for (String query :
        List.of(
            "before=x",
            "before=%27%20or%201=1",
            "before=a&before=b",
            "before=" + "0".repeat(2_000),
            "before=01900000-0000-7000-8000-00000000000g",
            "limit=0",
            "limit=-1",
            "limit=2147483648",
            "limit=1e9")) {
      assertThat(Gateway.get(path + '?' + query, all).statusCode()).as(query).isEqualTo(400);
    }
    for (String foreign :
        List.of("00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff")) {
      assertThat(Gateway.get(path + "?before=" + foreign, all).statusCode()).isEqualTo(200);
    }
  }

  private static void isRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    nothingArrived();
  }

  private static void nothingArrived() {
    assertThat(Script.received(Script.IN_HOUSE)).isEmpty();
    assertThat(Script.received(Script.PUBLIC)).isEmpty();
  }

  private static String body(String members) {
    return "{\"model\":\"note-assistant\",%s,\"gatehouse\":%s}"
        .formatted(members, PATIENT.formatted("00123456"));
  }

  private static String his() {
    return "Authorization: Bearer " + Gateway.his() + "\r\n";
  }

  private static String unsigned(String token) {
    String head = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");
    return head + '.' + token.split("\\.", -1)[1] + '.';
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static String get(String path, String headers) {
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "Connection: close\r\n\r\n";
  }

  private static String post(String path, String headers, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIdempotency-Key: surface\r\n"
        + "Content-Type: application/json\r\nContent-Length: "
        + bytes.length
        + "\r\n"
        + headers
        + "\r\n"
        + new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
