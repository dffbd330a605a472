package gatehouse.incident.drill;

import static gatehouse.incident.People.AFFAIRS;
import static gatehouse.incident.People.DUTY;
import static gatehouse.incident.People.GATEWAY;
import static gatehouse.incident.People.HIS;
import static gatehouse.incident.People.NURSE;
import static gatehouse.incident.People.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Drills over HTTP, with the real database and the real lease behind them. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
class DrillsTest {

  @Test
  @Clause("G-51")
  void aDrillGoesTheWayOfAStopAndPassesWhenEveryGatewayHadIt() {
    JsonPath ended = drilled("d-1");
    // On a busy machine a lease may run out between two requests; then there was nobody to show it.
    for (int i = 0; i < 10 && !ended.getString("outcome").equals("PASSED"); i++) {
      ended = drilled("d-1");
    }

    assertThat(ended.getString("outcome")).isEqualTo("PASSED");
    assertThat(ended.getInt("gateways")).isPositive();
    assertThat(ended.getLong("tookMillis")).isNotNegative();
    as(AFFAIRS).get("/v1/stop-drills").then().statusCode(200).body("overdue", equalTo(false));
    assertThat(given().get("/q/metrics").asString()).contains("incident_drill_overdue 0.0");
    assertThat(lease("d-2", null, null).getList("facts.key"))
        .doesNotContain(ended.getString("drillId"));
  }

  @Test
  void theAlertLooksAtWhatIsCounted() throws IOException {
    String rules = Files.readString(Path.of("../deploy/grafana/incident-alerts.yaml"));

    assertThat(rules).contains("expr: incident_drill_overdue > 0");
    assertThat(given().get("/q/metrics").asString()).contains("\nincident_drill_overdue ");
  }

  @Test
  @Clause("G-51")
  void whoMayStopWhatIsPublished() {
    as(NURSE)
        .get("/v1/stop-authorities")
        .then()
        .statusCode(200)
        .body("find { it.scope == 'ALL' }.any", hasItem("DUTY_MANAGER"))
        .body("find { it.scope == 'ALL' }.ownDepartment", empty())
        .body("find { it.scope == 'APPLICATION' }.ownDepartment", hasItem("NURSE"));
  }

  @Test
  @Clause({"G-51", "G-55"})
  void aDrillLiftsNoStop() {
    String stop =
        as(DUTY)
            .body(
                Map.of(
                    "scope",
                    Map.of("kind", "APPLICATION", "value", RunDrill.APPLICATION),
                    "reasonCode",
                    "OTHER"))
            .post("/v1/stops")
            .then()
            .statusCode(201)
            .extract()
            .path("stopId");

    String drill = start();
    as(HIS)
        .get("/v1/stops")
        .then()
        .statusCode(200)
        .body("drills.drillId", hasItem(drill))
        .body("inForce.stopId", hasItem(stop));
    end(drill);

    as(HIS)
        .get("/v1/stops")
        .then()
        .body("drills.drillId", not(hasItem(drill)))
        .body("inForce.stopId", hasItem(stop));
    as(AFFAIRS).post("/v1/stops/" + stop + "/lift").then().statusCode(409);
  }

  @Test
  void oneRunsAtATimeAndEndsOnce() {
    String drill = start();

    as(DUTY)
        .post("/v1/stop-drills")
        .then()
        .statusCode(409)
        .body("type", containsString("drill-running"));
    end(drill);
    as(DUTY)
        .post("/v1/stop-drills/" + drill + "/end")
        .then()
        .statusCode(409)
        .body("type", containsString("drill-over"));
    as(NURSE).post("/v1/stop-drills").then().statusCode(403);
    as(DUTY).get("/v1/stop-drills/00000000-0000-7000-8000-000000000000").then().statusCode(404);
  }

  private static JsonPath drilled(String holder) {
    JsonPath held = lease(holder, null, null);
    String drill = start();
    long deadline = System.nanoTime() + 20_000_000_000L;
    JsonPath now = new JsonPath("{}");
    while (now.getString("enforcedAt") == null && System.nanoTime() < deadline) {
      held = lease(holder, held.getString("epoch"), held.getLong("version"));
      if (!held.getList("facts").isEmpty()) {
        assertThat(held.getString("facts.find { it.key == '" + drill + "' }.details.value"))
            .isEqualTo(RunDrill.APPLICATION);
      }
      now = as(DUTY).get("/v1/stop-drills/" + drill).jsonPath();
    }
    return end(drill);
  }

  private static String start() {
    return as(DUTY).post("/v1/stop-drills").then().statusCode(201).extract().path("drillId");
  }

  private static JsonPath end(String drill) {
    return as(DUTY)
        .post("/v1/stop-drills/" + drill + "/end")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** The instance may still be waiting for its lock when the first test begins. */
  private static JsonPath lease(String holder, @Nullable String epoch, @Nullable Long applied) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("holder", holder);
    if (epoch != null && applied != null) {
      body.put("epoch", epoch);
      body.put("applied", applied);
    }
    long deadline = System.nanoTime() + 20_000_000_000L;
    int status = 503;
    JsonPath answer = new JsonPath("{}");
    while (status == 503 && System.nanoTime() < deadline) {
      var response = as(GATEWAY).body(body).post("/v1/leases");
      status = response.statusCode();
      answer = response.jsonPath();
    }
    assertThat(status).isEqualTo(200);
    return answer;
  }
}
