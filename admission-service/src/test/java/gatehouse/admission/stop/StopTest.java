package gatehouse.admission.stop;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import gatehouse.admission.Bodies;
import gatehouse.admission.Caller;
import gatehouse.admission.ChangedVersion;
import gatehouse.admission.Ground;
import gatehouse.admission.StrictTrack;
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

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "admission"))
class StopTest {
  private final Instance<Receiver> receivers;
  private HeardStop stop;

  @Inject
  StopTest(@Any Instance<Receiver> receivers) {
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

  private static void standing(String code, boolean passed) {
    Caller.GATEWAY
        .post("/v1/standings", Bodies.standing(code, null, null))
        .statusCode(200)
        .body("admission.passed", equalTo(passed));
  }

  @Test
  @Clause("G-51")
  void stopDeniesUntilItIsLifted() {
    StrictTrack.opened("stop-one").active();

    stop.issued("APPLICATION", " STOP-one");

    Caller.LI.get("/v1/applications/stop-one").body("status", equalTo("STOPPED"));
    Caller.GATEWAY
        .post("/v1/standings", Bodies.standing("stop-one", null, null))
        .body("admission.reasons.code", hasItem("STOPPED"));
    lift();
    standing("stop-one", true);
  }

  @Test
  @Clause({"G-02", "G-51"})
  void noVersionFollowsOnWhatIsStoppedOrIsStoppedItself() {
    ChangedVersion change = ChangedVersion.active("stop-change");
    Ground next = change.ground().next("stop-change v2");
    String reviews = change.opened(next, "NO") + "/reviews";
    Caller.ZHANG.post(reviews, ChangedVersion.approve("MED_ENGINEERING")).statusCode(200);

    stop.issued("PRODUCT", next.digest());

    Caller.CHEN
        .post(reviews, ChangedVersion.approve("INFO_CENTRE"))
        .statusCode(422)
        .body("reasons.code", hasItem("STOPPED"));
    change.standing(change.ground().digest()).body("admission.passed", equalTo(true));
    lift();
    stop = stop.next();
    stop.issued("APPLICATION", "stop-change");
    Caller.CHEN
        .post(reviews, ChangedVersion.approve("INFO_CENTRE"))
        .statusCode(422)
        .body("reasons.code", hasItem("STOPPED"));
    Caller.LI.get("/v1/applications/stop-change").body("digest", equalTo(change.ground().digest()));
  }

  @Test
  @Clause("G-51")
  void stopThatCannotBeUnderstoodStopsEverything() {
    StrictTrack.opened("stop-garbled").active();

    stop.issuedGarbled("WARD");

    standing("stop-garbled", false);
  }

  @Test
  void liftingThatOvertakesItsStopLiftsItAllTheSame() {
    StrictTrack.opened("stop-overtaken").active();
    lift();

    stop.issued("APPLICATION", "stop-overtaken");

    standing("stop-overtaken", true);
  }
}
