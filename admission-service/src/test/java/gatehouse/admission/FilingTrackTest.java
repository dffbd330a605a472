package gatehouse.admission;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "admission"))
class FilingTrackTest {

  /** A LOW application with a passed pilot; gives the path of its filing. */
  static String piloted(String code) {
    return piloted(code, Ground.prepared(code, false));
  }

  static String piloted(String code, Ground ground) {
    Caller.ZHAO
        .post("/v1/applications", Bodies.lowApplication(code, ground.version(), ground.scenario()))
        .statusCode(201);
    String filing =
        Caller.ZHAO
            .post("/v1/applications/" + code + "/submission", Bodies.facts("YES"))
            .statusCode(200)
            .extract()
            .path("filingId");
    String path = "/v1/filings/" + filing;
    Caller.CHEN
        .post(path + "/checks", Bodies.check("STABILITY", "PASS"))
        .statusCode(422)
        .body("reasons.code", hasItem("PILOT_MISSING"));
    Caller.ZHAO
        .post(path + "/pilot", Bodies.pilot(ground.digest(), 5, StrictTrack.today().plusDays(30)))
        .statusCode(200);
    Caller.ZHAO.post(path + "/pilot/runs", Bodies.RUN).statusCode(200);
    Caller.ZHAO.post(path + "/pilot/results", Bodies.RESULTS).statusCode(200);
    return path;
  }

  @Test
  @Clause({"G-14", "G-15", "G-16", "E-14"})
  void threeSignersFileAndTheRegisterShowsIt() {
    String filing = piloted("filing-three");
    Caller.CHEN.post(filing + "/checks", Bodies.check("SECURITY", "PASS")).statusCode(200);
    Caller.CHEN
        .post(filing + "/checks", Bodies.check("STABILITY", "PASS"))
        .statusCode(409)
        .body("reasons.code", hasItem("SAME_SIGNER"));
    Caller.ZHANG.post(filing + "/checks", Bodies.check("STABILITY", "PASS")).statusCode(200);
    Caller.LI
        .post("/v1/applications/filing-three/activation", null)
        .statusCode(422)
        .body("reasons.code", hasItem("NOT_ADMITTED"));

    Caller.YANG
        .post(filing + "/checks", Bodies.check("ETHICS", "PASS"))
        .statusCode(200)
        .body("state", equalTo("Filed"))
        .body("number", startsWith("AI-F-"));

    Caller.LI
        .post("/v1/applications/filing-three/activation", null)
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("grant.egress", equalTo("NONE"));
    RestAssured.get("/v1/register")
        .then()
        .statusCode(200)
        .body(
            "find { it.application == 'filing-three' }.access.humanChannel.zh",
            equalTo("一楼导医台，电话 8000"));
    Caller.GATEWAY
        .post("/v1/standings", Bodies.standing("filing-three", null, null))
        .body("admission.passed", equalTo(true))
        .body("training.passed", equalTo(true));
  }

  @Test
  @Clause("G-16")
  void oneFailureRefuses() {
    String filing = piloted("filing-fail");

    Caller.CHEN
        .post(filing + "/checks", Bodies.check("SECURITY", "FAIL"))
        .statusCode(200)
        .body("state", equalTo("Refused"));

    Caller.YANG.post(filing + "/checks", Bodies.check("ETHICS", "PASS")).statusCode(409);
  }

  @Test
  @Clause({"G-16", "G-17"})
  void doubtMovesToTheStrictTrackWithFloorMedium() {
    String filing = piloted("filing-doubt");

    Caller.SUN
        .post(filing + "/checks", Bodies.check("ETHICS", "DOUBT"))
        .statusCode(200)
        .body("state", equalTo("Doubted"));

    Caller.LI
        .get("/v1/applications/filing-doubt")
        .body("tiering.tier", equalTo("MEDIUM"))
        .body("tiering.floor", equalTo("MEDIUM"));
    Caller.LIU
        .post(
            "/v1/applications/filing-doubt/tier-lowerings",
            """
            {"seat": "LEGAL", "tier": "LOW", "reason": "不是器械"}
            """)
        .statusCode(422)
        .body("reasons.code", hasItem("TIER_BELOW_FLOOR"));
    Caller.VENDOR_A
        .get("/v1/vendor/applications")
        .body("find { it.code == 'filing-doubt' }.stage", equalTo("Tiered"))
        .body("find { it.code == 'filing-doubt' }.missing.code", hasItem("CERT_MISSING"));
  }

  @Test
  @Clause({"G-08", "G-17"})
  void oneSeatRaisesAndTheFilingIsSuperseded() {
    String filing = piloted("filing-raised");

    Caller.LIU
        .post(
            "/v1/applications/filing-raised/tier-raises",
            """
            {"seat": "LEGAL", "tier": "HIGH", "reason": "实为分诊"}
            """)
        .statusCode(200)
        .body("tier", equalTo("HIGH"));

    Caller.ZHAO.get(filing).statusCode(200).body("state", equalTo("Superseded"));
    Caller.GATEWAY
        .post("/v1/standings", Bodies.standing("filing-raised", null, null))
        .body("application.tier", equalTo("HIGH"))
        .body("admission.reasons.code", hasItem("CERT_MISSING"));
  }

  @Test
  void unknownApplicationIsATellingProblem() {
    Caller.GATEWAY
        .post("/v1/standings", Bodies.standing("nobody-knows-it", null, null))
        .statusCode(404)
        .body("type", equalTo("/problems/application-unknown"))
        .body("title", equalTo("没有该应用"));
    Caller.ADMIN
        .post("/v1/standings", Bodies.standing("nobody-knows-it", null, null))
        .statusCode(403);
  }
}
