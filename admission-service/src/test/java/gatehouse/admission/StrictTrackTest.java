package gatehouse.admission;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "admission"))
class StrictTrackTest {

  @Test
  @Clause({"G-17", "G-18", "G-22", "G-25", "G-42", "E-14"})
  void fiveApprovalsAdmitAndItBecomesActive() {
    StrictTrack track = StrictTrack.opened("strict-active").active();

    Caller.LI
        .get("/v1/applications/strict-active")
        .body("status", equalTo("ACTIVE"))
        .body("grant.egress", equalTo("DEIDENTIFIED"));
    Caller.GATEWAY
        .post("/v1/standings", Bodies.standing(track.code, track.ground.digest(), null))
        .statusCode(200)
        .body("application.status", equalTo("ACTIVE"))
        .body("application.tier", equalTo("HIGH"))
        .body("application.egress", equalTo("DEIDENTIFIED"))
        .body("application.supervision", equalTo("NONE"))
        .body("application.deployments.name", hasItem("public-cloud"))
        .body("application.deployments.zone", hasItem("PUBLIC"))
        .body("application.failover.manualRoute.zh", notNullValue())
        .body("admission.passed", equalTo(true))
        .body("training.passed", equalTo(false))
        .body("training.reasons.code", hasItem("NOT_TRAINED"));
    Caller.VENDOR_A
        .get("/v1/vendor/applications")
        .statusCode(200)
        .body("code", hasItem("strict-active"));
    Caller.VENDOR_B.get("/v1/vendor/applications").statusCode(200).body("size()", equalTo(0));
    io.restassured.RestAssured.get("/v1/register")
        .then()
        .statusCode(200)
        .body("application", hasItem("strict-active"));
  }

  @Test
  @Clause({"G-02", "G-59"})
  void anotherVersionIsNotAdmittedAndTrainingCounts() {
    StrictTrack track = StrictTrack.opened("strict-training").active();
    Caller.FENG
        .post(
            "/v1/competences",
            """
            {"user": "qian.physician", "product": "strict-training", "validUntil": "%s"}
            """
                .formatted(StrictTrack.today().plusYears(1)))
        .statusCode(201);

    Caller.GATEWAY
        .post(
            "/v1/standings",
            Bodies.standing(track.code, Bodies.digest("another version"), "qian.physician"))
        .statusCode(200)
        .body("admission.passed", equalTo(false))
        .body("admission.reasons.code", hasItem("VERSION_NOT_ADMITTED"))
        .body("training.passed", equalTo(true));
  }

  @Test
  @Clause("G-23")
  void oneRejectionVetoesAndNothingReopensIt() {
    StrictTrack track = StrictTrack.opened("strict-veto");
    String hash = track.certified().evidenced().completed().piloted().seated().round();
    Caller.WANG
        .post(track.cases + "/ballots", Bodies.approve("CLINICAL", hash))
        .statusCode(200)
        .body("round.ballotsCast", equalTo(1));

    Caller.LIU
        .post(track.cases + "/ballots", Bodies.reject("LEGAL", hash))
        .statusCode(200)
        .body("state", equalTo("Vetoed"));

    Caller.SUN
        .post(track.cases + "/ballots", Bodies.approve("ETHICS", hash))
        .statusCode(409)
        .body("reasons.code", hasItem("WRONG_STATE"));
    Caller.LI.post("/v1/applications/strict-veto/activation", null).statusCode(422);
    Caller.VENDOR_A
        .get("/v1/vendor/applications")
        .body("find { it.code == 'strict-veto' }.releasedReason", equalTo("请补充数据条款"));
  }

  @Test
  @Clause("G-23")
  void vetoedBundleDoesNotComeBackUnchanged() {
    StrictTrack track = StrictTrack.opened("strict-again");
    String hash = track.certified().evidenced().completed().piloted().seated().round();
    Caller.LIU.post(track.cases + "/ballots", Bodies.reject("LEGAL", hash)).statusCode(200);

    String again =
        Caller.ZHAO
            .post("/v1/applications/strict-again/tracks", null)
            .statusCode(201)
            .extract()
            .path("id");
    StrictTrack second = track.withCase(again);
    second.certified().evidenced().completed().piloted().seated();

    Caller.LI
        .post(second.cases + "/rounds", Bodies.round(Instant.now().plusSeconds(3600)))
        .statusCode(409)
        .body("reasons.code", hasItem("BUNDLE_ALREADY_VETOED"));
  }

  @Test
  @Clause({"G-01", "G-19", "G-20", "G-21"})
  void evidenceComesFromTheRightPersonAfterItsThresholds() {
    StrictTrack track = StrictTrack.opened("strict-evidence").certified();

    Caller.WANG
        .post(track.cases + "/evidence", Bodies.declared("CLIN"))
        .statusCode(403)
        .body("reasons.code", hasItem("EVIDENCE_AUTHOR"));
    Caller.LI.post(track.cases + "/ethics-decisions", Bodies.ethics("APPROVED")).statusCode(403);
    Caller.LI.post(track.cases + "/evidence", Bodies.declared("ETH")).statusCode(403);
    Caller.ZHANG
        .post(
            track.cases + "/evidence",
            Bodies.measured("TECH", "sensitivity", "0.94", Instant.now()))
        .statusCode(422)
        .body("reasons.code", hasItem("THRESHOLDS_MISSING"));
    Caller.LI
        .post(track.cases + "/completion", null)
        .statusCode(422)
        .body("reasons.code", hasItem("EVIDENCE_INCOMPLETE"))
        .body("reasons.code", hasItem("DIMENSION_UNSCORED"))
        .body("clauses", hasItem("G-01"));
  }

  @Test
  @Clause({"G-22", "E-64"})
  void requesterAndAdminHaveNoSeat() {
    StrictTrack track = StrictTrack.opened("strict-seats").certified();
    Caller both = Caller.of("zhao.applicant", "DEPARTMENT_APPLICANT", "SEAT_CLINICAL");

    both.post(track.cases + "/seats", Bodies.seat("CLINICAL"))
        .statusCode(403)
        .body("reasons.code", hasItem("REQUESTER_MAY_NOT_VOTE"));
    Caller.ADMIN.post(track.cases + "/seats", Bodies.seat("CLINICAL")).statusCode(403);
    Caller.ADMIN.get(track.cases).statusCode(403);
    Caller.ZHANG.post(track.cases + "/seats", Bodies.seat("CLINICAL")).statusCode(403);
  }

  @Test
  @Clause("G-25")
  void pilotStopsAtItsCapAndIsAStanding() {
    StrictTrack track = StrictTrack.opened("strict-pilot").certified().evidenced().completed();
    Caller.ZHAO
        .post(
            track.cases + "/pilot",
            Bodies.pilot(track.ground.digest(), 1, StrictTrack.today().plusDays(30)))
        .statusCode(200);
    Caller.ZHAO.post(track.cases + "/pilot/runs", Bodies.RUN).statusCode(200);

    Caller.ZHAO
        .post(track.cases + "/pilot/runs", Bodies.RUN)
        .statusCode(422)
        .body("reasons.code", hasItem("PILOT_CAP"));
    Caller.GATEWAY
        .post("/v1/standings", Bodies.standing(track.code, null, null))
        .body("application.status", equalTo("PILOT"))
        .body("admission.reasons.code", hasItem("PILOT_CAP"))
        .body("admission.reasons.code", hasItem("PLACE_NOT_ALLOWED"))
        .body("admission.reasons.code", everyItem(not(equalTo("NOT_ADMITTED"))));
  }

  @Test
  @Clause("G-23")
  void rejectionAmongConcurrentApprovalsAlwaysVetoes() throws InterruptedException {
    StrictTrack track = StrictTrack.opened("strict-race");
    String hash = track.certified().evidenced().completed().piloted().seated().round();
    String ballots = track.cases + "/ballots";

    try (ExecutorService five = Executors.newVirtualThreadPerTaskExecutor()) {
      five.invokeAll(
          List.of(
              () -> Caller.WANG.post(ballots, Bodies.approve("CLINICAL", hash)),
              () -> Caller.ZHANG.post(ballots, Bodies.approve("MED_ENGINEERING", hash)),
              () -> Caller.LIU.post(ballots, Bodies.reject("LEGAL", hash)),
              () -> Caller.CHEN.post(ballots, Bodies.approve("INFO_CENTRE", hash)),
              () -> Caller.SUN.post(ballots, Bodies.approve("ETHICS", hash))));
    }

    Caller.LI.get(track.cases).body("state", equalTo("Vetoed"));
    Caller.LI.get("/v1/applications/strict-race").body("status", equalTo("INACTIVE"));
  }

  @Test
  @Clause("G-04")
  void ownerTakenAwaySuspendsAtOnce() {
    StrictTrack.opened("strict-owner").active();

    Caller.LI
        .post("/v1/applications/strict-owner/owner", "{\"owner\": null}")
        .statusCode(200)
        .body("status", equalTo("SUSPENDED"))
        .body("causes.code", hasItem("OWNER_MISSING"));

    Caller.GATEWAY
        .post("/v1/standings", Bodies.standing("strict-owner", null, null))
        .body("admission.passed", equalTo(false))
        .body("admission.reasons.code", hasItem("SUSPENDED"));
  }

  @Test
  void badInputIsRefusedAndNothingIsWritten() {
    Caller.LI.post("/v1/vendors", "{\"creditCode\": \"short\", \"name\": \"x\"}").statusCode(400);
    Caller.LI
        .post("/v1/vendors", "{\"creditCode\": \"91110000MA0000009X\", \"extra\": 1}")
        .statusCode(400)
        .body("type", equalTo("/problems/unknown-field"));
    Caller.LI.post("/v1/cases/" + UUID.randomUUID() + "/completion", null).statusCode(404);

    Caller.LI
        .post("/v1/products", Bodies.product("91110000MA0000009X", "nothing", false))
        .statusCode(404)
        .body("reasons.code", hasItem("VENDOR_UNKNOWN"));
  }

  @Test
  void ballotIsCountedOnceForARepeatedKey() {
    StrictTrack track = StrictTrack.opened("strict-twice");
    String hash = track.certified().evidenced().completed().piloted().seated().round();
    String key = UUID.randomUUID().toString();
    Caller.WANG
        .post(track.cases + "/ballots", Bodies.approve("CLINICAL", hash), key)
        .statusCode(200);

    Caller.WANG
        .post(track.cases + "/ballots", Bodies.approve("CLINICAL", hash), key)
        .statusCode(200)
        .header("Idempotency-Replayed", equalTo("true"));
    Caller.LI.get(track.cases).body("round.ballotsCast", equalTo(1));
  }
}
