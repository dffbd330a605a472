package gatehouse.incident.stop;

import static gatehouse.incident.People.ADMIN;
import static gatehouse.incident.People.AFFAIRS;
import static gatehouse.incident.People.AUDITOR;
import static gatehouse.incident.People.DUTY;
import static gatehouse.incident.People.GATEWAY;
import static gatehouse.incident.People.NURSE;
import static gatehouse.incident.People.RADIOLOGIST;
import static gatehouse.incident.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.embedded.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
class StopsTest {
  @Test
  @Clause("G-51")
  void stopIsInForceWhenItsAnswerReturns() {
    String id = stop(DUTY, "APPLICATION", "lung-nodule").statusCode(201).extract().path("stopId");

    as(GATEWAY)
        .get("/v1/stops?since=0")
        .then()
        .statusCode(200)
        .body("inForce.stopId", hasItem(id))
        .body("inForce.find { it.stopId == '" + id + "' }.scope.value", equalTo("lung-nodule"))
        .body("inForce.find { it.stopId == '" + id + "' }.manualRoute.zh", notNullValue())
        .body("inForce.find { it.stopId == '" + id + "' }.state", equalTo("IN_FORCE"));
  }

  @Test
  void epochsHaveNoGaps() {
    long before = epoch();
    stop(DUTY, "VENDOR", "v-1").statusCode(201);
    stop(DUTY, "SPACESHIP", "v-1").statusCode(400);
    stop(ADMIN, "VENDOR", "v-2").statusCode(403);
    stop(NURSE, "VENDOR", "v-2").statusCode(403);
    long second =
        stop(AFFAIRS, "DEPARTMENT", "d-1").statusCode(201).extract().jsonPath().getLong("epoch");

    assertThat(second).isEqualTo(before + 2);
    assertThat(epoch()).isEqualTo(second);
  }

  @Test
  void stopsAtTheSameMomentShareNoEpoch() {
    long before = epoch();
    List<Long> epochs;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      epochs =
          IntStream.range(0, 12)
              .mapToObj(i -> people.submit(() -> stop(DUTY, "PRODUCT", "at-once-" + i)))
              .toList()
              .stream()
              .map(answer -> join(answer).statusCode(201).extract().jsonPath().getLong("epoch"))
              .sorted()
              .toList();
    }

    assertThat(epochs).isEqualTo(LongStream.rangeClosed(before + 1, before + 12).boxed().toList());
  }

  @Test
  @Clause("G-51")
  void stopNeedsNoIdempotencyKey() {
    RestAssured.given()
        .auth()
        .oauth2(DUTY.token())
        .contentType("application/json")
        .body("{\"scope\":{\"kind\":\"ALL\"},\"reasonCode\":\"SECURITY\"}")
        .post("/v1/stops")
        .then()
        .statusCode(201)
        .body("scope.value", equalTo("*"));
  }

  @Test
  void pressingTwiceIsOneStop() {
    String first = stop(DUTY, "PRODUCT", "pressed-twice").statusCode(201).extract().path("stopId");

    stop(DUTY, "PRODUCT", "pressed-twice").statusCode(200).body("stopId", equalTo(first));
    stop(AFFAIRS, "PRODUCT", "pressed-twice").statusCode(201).body("stopId", not(equalTo(first)));
  }

  @Test
  @Clause("G-51")
  void clinicianStopsAnUnknownApplicationInDoubt() {
    stop(RADIOLOGIST, "APPLICATION", "nobody-told-us")
        .statusCode(201)
        .body("covered", equalTo(List.of()))
        .body("warning.text", containsString("核对"))
        .body("warning.textEn", containsString("spelling"));
  }

  @Test
  void nulInANameAndAWrongEpochAreTold() {
    stop(DUTY, "APPLICATION", "a\\u0000b")
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-request"))
        .body("detail", equalTo("control character: scope.value"));
    as(GATEWAY)
        .get("/v1/stops?since=abc")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/wrong-type"))
        .body("detail", containsString("since"));
  }

  @Test
  void clinicianStopsNothingWider() {
    stop(RADIOLOGIST, "ALL", "*")
        .statusCode(403)
        .body("type", equalTo("/problems/stop-not-allowed"))
        .body("action", notNullValue());
  }

  @Test
  void strangersNeitherStopNorRead() {
    stop(Tokens.as("vendor-a").roles("VENDOR"), "ALL", "*").statusCode(403);
    stop(DUTY.audience("consent-service"), "ALL", "*").statusCode(401);
    as(NURSE).get("/v1/stops").then().statusCode(403);
    as(AUDITOR).get("/v1/stops").then().statusCode(200);
  }

  @Test
  @Clause({"G-49", "G-52", "G-53", "G-54"})
  void stopOpensAnIncidentAndAFailoverRun() {
    JsonPath stop = stop(DUTY, "APPLICATION", "with-consequences").extract().jsonPath();

    as(AFFAIRS)
        .get("/v1/incidents/" + stop.getString("incidentId"))
        .then()
        .statusCode(200)
        .body("category", equalTo("PROCESS_INTERRUPTION"))
        .body("application", equalTo("with-consequences"));
    as(DUTY)
        .get("/v1/failovers/" + stop.getString("failoverId"))
        .then()
        .statusCode(200)
        .body("stopId", equalTo(stop.getString("stopId")))
        .body("state", equalTo("MANUAL"))
        .body("routes[0].manualRoute.zh", notNullValue());
  }

  private static ValidatableResponse join(Future<ValidatableResponse> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static long epoch() {
    return as(GATEWAY).get("/v1/stops").then().extract().jsonPath().getLong("epoch");
  }

  private static ValidatableResponse stop(Tokens person, String kind, String value) {
    return as(person)
        .body(
            """
            {"scope":{"kind":"%s","value":"%s"},"reasonCode":"WRONG_RESULT"}\
            """
                .formatted(kind, value))
        .post("/v1/stops")
        .then();
  }
}
