package gatehouse.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which form a service answers, whatever a caller says it accepts. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = {
      @ResourceArg(name = "database", value = "web"),
      @ResourceArg(name = "kafka", value = "false")
    })
class FormsTest {

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "text/plain", "*/*"})
  void acceptDoesNotChooseTheFormNorRefuseTheRequest(String accepted) {
    maker()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .accept(accepted)
        .body("{\"name\":\"lamp\",\"size\":1}")
        .post("/v1/things")
        .then()
        .statusCode(201)
        .contentType("application/json")
        .body("name", equalTo("lamp"));
  }

  @Test
  void whatIsSaidToBeElseStaysIt() {
    maker()
        .accept("application/json")
        .get("/v1/things/plain")
        .then()
        .statusCode(200)
        .contentType(ContentType.TEXT);
  }

  @Test
  void openApiAndHealthAreThere() {
    given().get("/openapi").then().statusCode(200).body(containsString("/v1/things"));
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", hasItem(containsString("atabase")));
    given().get("/q/metrics").then().statusCode(200);
  }

  private static RequestSpecification maker() {
    return given().auth().oauth2(Tokens.as("maker").roles("MAKER").token());
  }
}
