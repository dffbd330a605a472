package gatehouse.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = {
      @ResourceArg(name = "database", value = "web"),
      @ResourceArg(name = "kafka", value = "false")
    })
class WebChassisTest {
  private static final String GOOD = "{\"name\":\"lamp\",\"size\":1}";

  @Test
  void repeatedRequestHasOneEffectAndTheFirstAnswer() {
    String key = key();
    String first = post(key, GOOD).statusCode(201).extract().body().asString();
    long before = count();

    post(key, " {\"size\":1, \"name\":\"lamp\"}")
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .header("Location", startsWith("http"))
        .body("id", equalTo(idIn(first)));

    assertThat(count()).isEqualTo(before);
  }

  @Test
  void sameKeyWithAnotherBodyIsRefused() {
    String key = key();
    post(key, GOOD).statusCode(201);
    long before = count();

    post(key, "{\"name\":\"chair\",\"size\":1}")
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));

    assertThat(count()).isEqualTo(before);
  }

  @Test
  void refusalWritesNothingAndFreesTheKey() {
    String key = key();
    long before = count();

    post(key, "{\"name\":\"refused\",\"size\":1}").statusCode(409);

    assertThat(count()).isEqualTo(before);
    post(key, GOOD).statusCode(201);
  }

  @Test
  void failureWritesNothingAndTellsNothing() {
    long before = count();

    post(key(), "{\"name\":\"broken\",\"size\":1}")
        .statusCode(500)
        .body("type", equalTo("/problems/internal"))
        .body(not(containsString("110101199003070038")));

    assertThat(count()).isEqualTo(before);
  }

  @Test
  void ofManyAtOnceOneActs() throws Exception {
    String key = key();
    long before = count();
    List<Callable<Integer>> requests = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      requests.add(() -> post(key, GOOD).extract().statusCode());
    }

    try (ExecutorService clients = Executors.newFixedThreadPool(requests.size())) {
      for (Future<Integer> answer : clients.invokeAll(requests)) {
        assertThat(answer.get()).isEqualTo(201);
      }
    }

    assertThat(count()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "has a blank in it", "中文中文中文中文"})
  void keyOfTheWrongFormIsRefused(String key) {
    maker().header("Idempotency-Key", key).body(GOOD).post("/v1/things").then().statusCode(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":                               | malformed-json",
        "{\"name\":\"a\",\"name\":\"b\",\"size\":1} | malformed-json",
        "{\"name\":\"a\",\"size\":1} {} | wrong-type",
        "{\"name\":\"a\",\"size\":1,\"colour\":1}   | unknown-field",
        "{\"name\":\"a\",\"size\":\"1\"}            | wrong-type",
        "{\"name\":\"a\",\"size\":1.5}              | wrong-type",
        "{\"name\":7,\"size\":1}                    | wrong-type",
        "[]                                         | wrong-type",
        "{\"name\":\" \",\"size\":1}                | invalid-request",
        "{\"name\":\"a\",\"size\":0}                | invalid-request",
        "{\"name\":\"a\"}                           | invalid-request",
      })
  void badBodyIsToldAndNothingWritten(String body, String slug) {
    long before = count();
    post(key(), body)
        .statusCode(400)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("/problems/" + slug))
        .body("status", equalTo(400))
        .body("title", not(equalTo(null)))
        .body("action", not(equalTo(null)))
        .body("instance", startsWith("urn:gatehouse:request:"));
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void unknownFieldNamedLikeANumberIsNotRepeated() {
    post(key(), "{\"name\":\"a\",\"size\":1,\"110101199003070038\":1}")
        .statusCode(400)
        .body(not(containsString("110101199003070038")));
  }

  @Test
  void bodyOverTheRoutesLimitIsRefused() {
    String body = "{\"name\":\"" + "x".repeat(100) + "\",\"size\":1}";
    maker().body(body).post("/v1/things/small").then().statusCode(413);
    maker().body(GOOD).post("/v1/things/small").then().statusCode(200);
  }

  @Test
  void callerWithoutATokenIsChallenged() {
    given()
        .contentType(ContentType.JSON)
        .body(GOOD)
        .post("/v1/things")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("type", equalTo("/problems/unauthenticated"));
  }

  @Test
  void foreignExpiredAndMisdirectedTokensAreRefused() {
    Tokens maker = Tokens.as("maker").roles("MAKER");
    for (Tokens bad :
        List.of(
            maker.expired(),
            maker.issuer("http://127.0.0.1:1/elsewhere"),
            maker.audience("consent-service"))) {
      given()
          .auth()
          .oauth2(bad.token())
          .get("/v1/things/count")
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", startsWith("Bearer"));
    }
  }

  @Test
  void wrongRoleAndForgottenRulesAreForbidden() {
    String other = Tokens.as("other").roles("ADMIN").token();
    given()
        .auth()
        .oauth2(other)
        .get("/v1/things/count")
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/forbidden"));
    maker().get("/v1/things/forgotten").then().statusCode(403);
  }

  @Test
  void everyStatusIsAProblem() {
    maker().get("/v1/nothing").then().statusCode(404).body("type", equalTo("/problems/not-found"));
    maker().delete("/v1/things/count").then().statusCode(405).contentType(Problem.MEDIA_TYPE);
    maker()
        .contentType(ContentType.TEXT)
        .header("Idempotency-Key", key())
        .body("lamp")
        .post("/v1/things")
        .then()
        .statusCode(415)
        .contentType(Problem.MEDIA_TYPE);
    maker()
        .get("/v1/things/away")
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .body("type", equalTo("/problems/unavailable"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/things;x=1/count",
        "/v1//things/count",
        "/v1/things%2Fcount",
        "/v1/things%5ccount",
        "/v1/../v1/things/count"
      })
  void ambiguousPathIsRefused(String path) throws Exception {
    // REST-assured tidies paths up; this client sends them as they are.
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("/problems/suspicious-request");
    }
  }

  private static RequestSpecification maker() {
    return given()
        .auth()
        .oauth2(Tokens.as("maker").roles("MAKER").token())
        .contentType(ContentType.JSON);
  }

  private static ValidatableResponse post(String key, String body) {
    return maker().header("Idempotency-Key", key).body(body).post("/v1/things").then();
  }

  private static long count() {
    return Long.parseLong(maker().get("/v1/things/count").body().asString());
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static String idIn(String json) {
    return JsonPath.from(json).getString("id");
  }
}
