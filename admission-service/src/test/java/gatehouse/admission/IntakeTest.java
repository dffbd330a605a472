package gatehouse.admission;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "admission"))
class IntakeTest {

  @Test
  @Clause({"G-08", "G-11"})
  void suggestionMakesHighWithItsTrace() {
    Ground ground = Ground.prepared("intake-high", false);

    Caller.ZHAO
        .post(
            "/v1/applications",
            Bodies.application("intake-high", ground.version(), ground.scenario()))
        .statusCode(201)
        .body("digest", equalTo(ground.digest()));

    Caller.ZHAO
        .post("/v1/applications/intake-high/submission", Bodies.facts("YES", "suggestsDiagnosis"))
        .statusCode(200)
        .body("tier", equalTo("HIGH"))
        .body("floor", equalTo("MEDIUM"))
        .body("track", equalTo("STRICT"))
        .body("caseId", notNullValue())
        .body("trace.rule", hasItems("H1", "M2"));
  }

  @Test
  @Clause({"G-09", "G-15"})
  void allDeniedMakesLowAndOpensAFiling() {
    Ground ground = Ground.prepared("intake-low", false);
    Caller.ZHAO
        .post(
            "/v1/applications",
            Bodies.lowApplication("intake-low", ground.version(), ground.scenario()))
        .statusCode(201);

    Caller.ZHAO
        .post("/v1/applications/intake-low/submission", Bodies.facts("YES"))
        .statusCode(200)
        .body("tier", equalTo("LOW"))
        .body("filingId", notNullValue());
  }

  @Test
  @Clause("G-31")
  void unsupervisedHighRiskIsProhibited() {
    Ground ground = Ground.prepared("intake-never", false);
    Caller.ZHAO
        .post(
            "/v1/applications",
            Bodies.application("intake-never", ground.version(), ground.scenario()))
        .statusCode(201);

    Caller.ZHAO
        .post(
            "/v1/applications/intake-never/submission",
            Bodies.facts("YES", "actsAutonomously", "highRiskOperation"))
        .statusCode(200)
        .body("track", equalTo("PROHIBITED"));
  }

  @Test
  @Clause("G-31")
  void whatOperatesUnderAPersonsEyesTellsSo() {
    Ground ground = Ground.prepared("intake-watched", false);
    Caller.ZHAO
        .post(
            "/v1/applications",
            Bodies.application("intake-watched", ground.version(), ground.scenario()))
        .statusCode(201);

    Caller.ZHAO
        .post(
            "/v1/applications/intake-watched/submission",
            Bodies.facts("YES", "suggestsSurgery", "highRiskOperation"))
        .statusCode(200)
        .body("tier", equalTo("HIGH"));

    Caller.GATEWAY
        .post("/v1/standings", Bodies.standing("intake-watched", null, null))
        .statusCode(200)
        .body("application.supervision", equalTo("REQUIRED"));
  }

  @Test
  @Clause("G-10")
  void deviceIsNeverLow() {
    Ground ground = Ground.prepared("intake-device", true);
    Caller.ZHAO
        .post(
            "/v1/applications",
            Bodies.lowApplication("intake-device", ground.version(), ground.scenario()))
        .statusCode(201);

    Caller.ZHAO
        .post("/v1/applications/intake-device/submission", Bodies.facts("YES"))
        .statusCode(200)
        .body("tier", equalTo("MEDIUM"))
        .body("floor", equalTo("MEDIUM"));
  }

  @Test
  @Clause("G-14")
  void lowApplicationRegisteredWithoutAccessCanTellItAsADraft() {
    Ground ground = Ground.prepared("intake-late", false);
    Caller.ZHAO
        .post(
            "/v1/applications",
            Bodies.application("intake-late", ground.version(), ground.scenario()))
        .statusCode(201);
    Caller.ZHAO
        .post("/v1/applications/intake-late/submission", Bodies.facts("YES"))
        .statusCode(422)
        .body("reasons.code", hasItems("HUMAN_CHANNEL_MISSING"));

    Caller.of("somebody.else", "DEPARTMENT_APPLICANT")
        .post("/v1/applications/intake-late/access", Bodies.ACCESS)
        .statusCode(403);
    Caller.ZHAO
        .post("/v1/applications/intake-late/access", Bodies.ACCESS)
        .statusCode(200)
        .body("status", equalTo("DRAFT"));

    Caller.ZHAO
        .post("/v1/applications/intake-late/submission", Bodies.facts("YES"))
        .statusCode(200)
        .body("tier", equalTo("LOW"))
        .body("filingId", notNullValue());
    Caller.ZHAO
        .post("/v1/applications/intake-late/access", Bodies.ACCESS)
        .statusCode(409)
        .body("reasons.code", hasItems("WRONG_STATE"));
  }

  @Test
  void nulInAQuestionIsTold() {
    Caller.GATEWAY
        .post("/v1/standings", "{\"application\": \"a\\u0000b\"}")
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-request"))
        .body("detail", equalTo("control character: application"));
  }
}
