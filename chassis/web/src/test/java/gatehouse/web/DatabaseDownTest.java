package gatehouse.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import gatehouse.embedded.Parts;
import gatehouse.embedded.SwitchablePostgres;
import gatehouse.embedded.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A real PostgreSQL is stopped under a running service and comes back. */
@QuarkusTest
@WithTestResource(value = Parts.class, initArgs = @ResourceArg(name = "kafka", value = "false"))
@WithTestResource(
    value = SwitchablePostgres.class,
    initArgs = @ResourceArg(name = "database", value = "web"))
class DatabaseDownTest {
  private static final String THING = "{\"name\":\"lamp\",\"size\":1}";
  private static final String KEY = "the-same-key-in-both-lives";

  @Test
  void answersUnavailableAndGoesOnWhenItIsBack() {
    long before = Long.parseLong(maker().get("/v1/things/count").body().asString());

    SwitchablePostgres.switchOff();

    for (int i = 0; i < 3; i++) {
      make()
          .then()
          .statusCode(503)
          .header("Retry-After", "5")
          .contentType(Problem.MEDIA_TYPE)
          .body("type", equalTo("/problems/unavailable"));
    }
    given().get("/q/health/ready").then().statusCode(503);

    SwitchablePostgres.switchOn();

    assertThat(makeUntilItIsBack().statusCode()).isEqualTo(201);
    assertThat(Long.parseLong(maker().get("/v1/things/count").body().asString()))
        .isEqualTo(before + 1);
  }

  private static Response makeUntilItIsBack() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    Response answer = make();
    while (answer.statusCode() == 503 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      answer = make();
    }
    return answer;
  }

  private static Response make() {
    return maker().header("Idempotency-Key", KEY).body(THING).post("/v1/things");
  }

  private static RequestSpecification maker() {
    return given()
        .auth()
        .oauth2(Tokens.as("maker").roles("MAKER").token())
        .contentType(ContentType.JSON);
  }
}
