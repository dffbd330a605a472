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
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller writes neither gets into our logs nor breaks anything behind the edge. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = {
      @ResourceArg(name = "database", value = "web"),
      @ResourceArg(name = "kafka", value = "false")
    })
class CleanInputTest {

  @Test
  void requestIdThatIsAUuidIsTakenOver() {
    String id = "0199f0a0-0000-4000-8000-000000000001";
    maker()
        .header(RequestId.HEADER, id)
        .get("/v1/nothing")
        .then()
        .header(RequestId.HEADER, id)
        .body("instance", equalTo("urn:gatehouse:request:" + id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13812345678",
        "zhang-san-110101199003070038",
        "abc-123-def",
        "0199F0A0-0000-4000-8000-000000000001",
        "0199f0a0000040008000000000000001",
        "张三"
      })
  void anyOtherRequestIdIsReplaced(String given) {
    maker()
        .header(RequestId.HEADER, given)
        .get("/v1/nothing")
        .then()
        .header(RequestId.HEADER, not(containsString(given)))
        .body("instance", startsWith("urn:gatehouse:request:"))
        .body("instance", not(containsString(given)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\u0001", "\\u000b", "\\u001b[2J", "\\u007f", "\\ud800"})
  void controlCharactersAreRefused(String character) {
    maker()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body("{\"name\":\"secret" + character + "b\",\"size\":1}")
        .post("/v1/things")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-request"))
        .body("detail", equalTo("control character: name"))
        .body(not(containsString("secret")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\n", "\\r\\n", "\\t", "\\ud83e\\ude7a", "中"})
  void otherCharactersAreText(String character) {
    maker()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body("{\"name\":\"a" + character + "b\",\"size\":1}")
        .post("/v1/things")
        .then()
        .statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({
    "page?after=abc, wrong type or value: query parameter after",
    "page?after=1.5, wrong type or value: query parameter after",
    "page?colour=13812345678, 'wrong value: query parameter colour (allowed: RED, BLUE)'",
    "0199f0a0-0000-4000-8000-000000000001?size=x, wrong type or value: query parameter size",
  })
  void wronglyTypedQueryParameterIsNamed(String request, String detail) {
    maker()
        .get("/v1/things/" + request)
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/wrong-type"))
        .body("detail", equalTo(detail));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name":"a","size":1,"shade":"13812345678"} | wrong value: shade (allowed: RED, BLUE)
          {"name":"a","size":1,"tint":"13812345678"}  | unknown field: tint (known: name, shade, size)
          {"name":"a","size":1,"1381234567":"x"}      | unknown field: (a name that is not shown) (known: name, shade, size)
          """)
  void whatIsAllowedIsToldAndWhatWasSaidIsNot(String body, String detail) {
    maker()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body)
        .post("/v1/things")
        .then()
        .statusCode(400)
        .body("detail", equalTo(detail))
        .body(not(containsString("1381234567")));
  }

  @Test
  void nulInTheQueryIsRefused() throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/things/page?name=a%00b");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("/problems/suspicious-request");
    }
  }

  @Test
  void parameterOutsideItsRangeIsNamed() {
    maker()
        .get("/v1/things/page?after=-1")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-request"))
        .body("detail", startsWith("after: "));
  }

  @Test
  void pathThatIsNoIdLeadsNowhere() {
    maker()
        .get("/v1/things/not-an-id")
        .then()
        .statusCode(404)
        .body("type", equalTo("/problems/not-found"));
  }

  private static RequestSpecification maker() {
    return given()
        .auth()
        .oauth2(Tokens.as("maker").roles("MAKER").token())
        .contentType(ContentType.JSON);
  }
}
