package gatehouse.admission;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.clauses.Clause;
import gatehouse.embedded.Parts;
import gatehouse.journal.ReceivedEvent;
import gatehouse.journal.Receiver;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Parts.class,
    initArgs = @ResourceArg(name = "database", value = "admission"))
class StopTest {
  private final Instance<Receiver> receivers;
  private final ObjectMapper json = new ObjectMapper();
  private String stopId = UUID.randomUUID().toString();

  @Inject
  StopTest(@Any Instance<Receiver> receivers) {
    this.receivers = receivers;
  }

  private Receiver listener() {
    return receivers.stream()
        .filter(receiver -> receiver.topic().equals("incident.stop.v1"))
        .findFirst()
        .orElseThrow();
  }

  /** No stop may reach beyond its test. */
  @AfterEach
  void lift() {
    receive("lifted", "{\"stopId\": \"%s\", \"epoch\": 9}");
  }

  private void receive(String what, String data) {
    ReceivedEvent event =
        new ReceivedEvent(
            UUID.randomUUID(),
            "gatehouse.incident.stop." + what + ".v1",
            stopId,
            Instant.now(),
            1,
            tree(data.formatted(stopId)),
            tree("{}"));
    QuarkusTransaction.requiringNew().run(() -> listener().receive(event));
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
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

    receive(
        "issued",
        "{\"stopId\": \"%s\", \"epoch\": 1,"
            + " \"scope\": {\"kind\": \"APPLICATION\", \"value\": \" STOP-one\"}}");

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

    receive(
        "issued",
        "{\"stopId\": \"%s\", \"epoch\": 1,"
            + " \"scope\": {\"kind\": \"PRODUCT\", \"value\": \"NEXT\"}}"
                .replace("NEXT", next.digest()));

    Caller.CHEN
        .post(reviews, ChangedVersion.approve("INFO_CENTRE"))
        .statusCode(422)
        .body("reasons.code", hasItem("STOPPED"));
    change.standing(change.ground().digest()).body("admission.passed", equalTo(true));
    lift();
    stopId = UUID.randomUUID().toString();
    receive(
        "issued",
        "{\"stopId\": \"%s\", \"epoch\": 1,"
            + " \"scope\": {\"kind\": \"APPLICATION\", \"value\": \"stop-change\"}}");
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

    receive("issued", "{\"stopId\": \"%s\", \"scope\": {\"kind\": \"WARD\"}}");

    standing("stop-garbled", false);
  }

  @Test
  void liftingThatOvertakesItsStopLiftsItAllTheSame() {
    StrictTrack.opened("stop-overtaken").active();
    lift();

    receive(
        "issued",
        "{\"stopId\": \"%s\", \"epoch\": 1,"
            + " \"scope\": {\"kind\": \"APPLICATION\", \"value\": \"stop-overtaken\"}}");

    standing("stop-overtaken", true);
    stopId = UUID.randomUUID().toString();
  }
}
