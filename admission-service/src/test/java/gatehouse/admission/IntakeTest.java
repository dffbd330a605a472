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
}
