package gatehouse.admission.recovery;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import gatehouse.admission.Bodies;
import gatehouse.admission.Caller;
import gatehouse.admission.StrictTrack;
import gatehouse.admission.stop.HeardStop;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.inbox.Receiver;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recovery cases over HTTP, in PostgreSQL. */
@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "admission"))
@Clause("G-55")
class RecoveryTest {
  private final Instance<Receiver> receivers;
  private HeardStop stop;

  @Inject
  RecoveryTest(@Any Instance<Receiver> receivers) {
    this.receivers = receivers;
  }

  @BeforeEach
  void hear() {
    stop = HeardStop.by(receivers);
  }

  /** No stop may reach beyond its test. */
  @AfterEach
  void lift() {
    stop.lifted();
  }

  @Test
  @Clause({"G-22", "G-55"})
  void fiveApprovalsDecideOnWhatTheStopHolds() {
    StrictTrack held = StrictTrack.opened("recovery-held").active();
    stop.issued("APPLICATION", "recovery-held");

    RecoveryTrack track = RecoveryTrack.opened(stop).approved();

    Caller.FENG
        .get(track.path())
        .statusCode(200)
        .body("state", equalTo("APPROVED"))
        .body("stop", equalTo(stop.id()))
        .body("restarts.application", contains("recovery-held"))
        .body("restarts.tier", contains("HIGH"))
        .body("restarts.digest", contains(held.ground.digest()))
        .body("veto", nullValue());
    // The decision lifts nothing: that is incident-service's.
    Caller.LI.get("/v1/applications/recovery-held").body("status", equalTo("STOPPED"));
    RecoveryTrack.asked(stop, RecoveryTrack.SUITE, RecoveryTrack.CLINICAL)
        .statusCode(409)
        .body("reasons.code", contains("REPORTS_ALREADY_JUDGED"));
  }

  @Test
  @Clause({"G-23", "G-55"})
  void oneRejectionEndsItAndOnlyOtherReportsComeBack() {
    stop.issued("APPLICATION", "recovery-nobody-knows");
    RecoveryTrack track = RecoveryTrack.opened(stop).seated();
    String hash = track.hash();
    track.voted(Caller.WANG, Bodies.approve("CLINICAL", hash)).statusCode(200);

    track
        .voted(Caller.LIU, RecoveryTrack.reject("LEGAL", hash))
        .statusCode(200)
        .body("state", equalTo("VETOED"))
        .body("veto.seat", equalTo("LEGAL"));

    track.voted(Caller.SUN, Bodies.approve("ETHICS", hash)).statusCode(409);
    RecoveryTrack.asked(stop, RecoveryTrack.SUITE, RecoveryTrack.CLINICAL)
        .statusCode(409)
        .body("reasons.code", contains("REPORTS_ALREADY_JUDGED"));
    RecoveryTrack.asked(stop, Bodies.digest("suite again"), RecoveryTrack.CLINICAL)
        .statusCode(201)
        .body("state", equalTo("SEATING"))
        .body("predecessor", notNullValue());
  }

  @Test
  void onlyAStopInForceIsDecidedOn() {
    RecoveryTrack.asked(stop, RecoveryTrack.SUITE, RecoveryTrack.CLINICAL)
        .statusCode(409)
        .body("type", equalTo("/problems/admission-state-forbids"))
        .body("reasons.code", contains("STOP_NOT_IN_FORCE"));
    stop.issued("APPLICATION", "recovery-lifted");
    RecoveryTrack track = RecoveryTrack.opened(stop).seated();
    stop.lifted();

    track.round().statusCode(409).body("reasons.code", contains("STOP_NOT_IN_FORCE"));
  }

  @Test
  void aStopHasOneCaseUnderWayWhichTheSecretaryMayTakeBack() {
    stop.issued("APPLICATION", "recovery-once");
    RecoveryTrack track = RecoveryTrack.opened(stop);
    RecoveryTrack.asked(stop, Bodies.digest("other"), RecoveryTrack.CLINICAL)
        .statusCode(409)
        .body("reasons.code", contains("RECOVERY_UNDER_WAY"));

    Caller.LI
        .post(track.path() + "/withdrawal", null)
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"));

    RecoveryTrack.opened(stop);
    track.sat(Caller.LIU, "LEGAL").statusCode(409);
    Caller.LI
        .get("/v1/recovery-cases/00000000-0000-7000-8000-000000000000")
        .statusCode(404)
        .body("reasons.code", contains("RECOVERY_UNKNOWN"));
  }

  @Test
  @Clause({"G-22", "E-64"})
  void whoAppliedNeverVotesAndAConflictVoidsTheRound() {
    StrictTrack.opened("recovery-conflict").active();
    stop.issued("APPLICATION", "recovery-conflict");
    RecoveryTrack track = RecoveryTrack.opened(stop);
    track
        .sat(Caller.of("zhao.applicant", "SEAT_LEGAL"), "LEGAL")
        .statusCode(403)
        .body("reasons.code", hasItem("REQUESTER_MAY_NOT_VOTE"));
    track
        .sat(Caller.of("li.secretary", "SEAT_LEGAL"), "LEGAL")
        .statusCode(403)
        .body("reasons.code", hasItem("REQUESTER_MAY_NOT_VOTE"));
    track.round().statusCode(422).body("reasons.code", hasItem("PANEL_INCOMPLETE"));
    String hash = track.seated().hash();
    track.voted(Caller.WANG, Bodies.approve("CLINICAL", hash)).statusCode(200);
    Caller.LI.post(track.path() + "/voidance", null).statusCode(409);

    Caller.LIU
        .post(
            track.path() + "/seats",
            """
            {"seat": "LEGAL", "interests": "DECLARED"}
            """)
        .statusCode(200)
        .body("state", equalTo("SEATING"));

    track.sat(Caller.LIU, "LEGAL").statusCode(403).body("reasons.code", hasItem("CONFLICTED"));
  }

  @Test
  void aBallotOnOtherReportsThanTheRoundsDoesNotCount() {
    stop.issued("APPLICATION", "recovery-hash");
    RecoveryTrack track = RecoveryTrack.opened(stop).seated();
    track.hash();

    track
        .voted(Caller.WANG, Bodies.approve("CLINICAL", Bodies.digest("another bundle")))
        .statusCode(409)
        .body("reasons.code", contains("BUNDLE_CHANGED"));
  }
}
