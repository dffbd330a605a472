package gatehouse.incident.recovery;

import static gatehouse.incident.People.AFFAIRS;
import static gatehouse.incident.People.DUTY;
import static gatehouse.incident.People.ENGINEER;
import static gatehouse.incident.People.RADIOLOGIST;
import static gatehouse.incident.People.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "incident"))
@Clause("G-55")
class RecoveriesTest {
  @Test
  void liftWithoutRecoveryListsWhatIsMissing() {
    String stop = stop("lift-me");

    as(AFFAIRS)
        .post("/v1/stops/" + stop + "/lift")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/recovery-incomplete"))
        .body(
            "reasons.code",
            contains(
                "RECOVERY_INCOMPLETE",
                "ROOT_CAUSE_MISSING",
                "FIX_MISSING",
                "SUITE_RERUN_MISSING",
                "CLINICAL_CHECK_MISSING",
                "ENGINEERING_CONFIRMATION_MISSING",
                "CLINICAL_CONFIRMATION_MISSING"))
        .body("reasons.clauses", everyItem(equalTo(List.of("G-55"))));
    as(DUTY).get("/v1/stops").then().body("inForce.stopId", hasItem(stop));
  }

  @Test
  void evaluationTellsWhatItLacks() {
    String recovery = open(stop("evaluate-me"));

    as(ENGINEER)
        .body("{\"side\":\"ENGINEERING\"}")
        .post("/v1/recoveries/" + recovery + "/confirmations")
        .then()
        .statusCode(409)
        .body("reasons.code", hasItems("FIX_MISSING", "PANEL_ROUND_MISSING"));
    as(AFFAIRS)
        .get("/v1/recoveries/" + recovery)
        .then()
        .statusCode(200)
        .body("state", equalTo("RE_EVALUATING"))
        .body("missing", hasItems("FIX", "SUITE_RERUN", "CLINICAL_CONFIRMATION"));
  }

  @Test
  void onlyMedicalAffairsLift() {
    String stop = stop("not-you");

    as(DUTY).post("/v1/stops/" + stop + "/lift").then().statusCode(403);
    as(ENGINEER).post("/v1/stops/" + stop + "/lift").then().statusCode(403);
  }

  @Test
  void impossibleNumbersAreRefused() {
    String recovery = open(stop("impossible"));

    as(ENGINEER)
        .body(
            """
            {"digests":["sha256:%1$s"],"baseline":"b","cases":1,"failures":2,"reportDigest":"sha256:%1$s"}\
            """
                .formatted("a".repeat(64)))
        .post("/v1/recoveries/" + recovery + "/suite")
        .then()
        .statusCode(400);
    as(ENGINEER)
        .body("{\"fix\":\"x\",\"digests\":[\"latest\"]}")
        .post("/v1/recoveries/" + recovery + "/fix")
        .then()
        .statusCode(400);
    as(RADIOLOGIST)
        .body(
            """
            {"samples":5,"disagreements":5,"acceptable":true,"reportDigest":"sha256:%s"}\
            """
                .formatted("a".repeat(64)))
        .post("/v1/recoveries/" + recovery + "/clinical-check")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-request"));
  }

  private static String stop(String application) {
    return as(DUTY)
        .body(
            """
            {"scope":{"kind":"APPLICATION","value":"%s"},"reasonCode":"OTHER"}\
            """
                .formatted(application))
        .post("/v1/stops")
        .then()
        .statusCode(201)
        .extract()
        .path("stopId");
  }

  private static String open(String stop) {
    return as(ENGINEER)
        .body("{\"finding\":\"FAULT_FOUND\",\"rootCause\":\"阈值\"}")
        .post("/v1/stops/" + stop + "/recovery")
        .then()
        .statusCode(200)
        .extract()
        .path("recoveryId");
  }
}
