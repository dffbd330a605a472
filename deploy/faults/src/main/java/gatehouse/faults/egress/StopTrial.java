package gatehouse.faults.egress;

import gatehouse.faults.check.Finding;
import gatehouse.faults.check.Finding.Kind;
import gatehouse.faults.egress.Disturbance.Order;
import gatehouse.faults.suite.SuiteUnderFault;
import gatehouse.faults.suite.Wire;
import gatehouse.local.blueprint.Listener;
import gatehouse.story.OpenDoor;
import gatehouse.story.stage.Answer;
import gatehouse.story.stage.Caller;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;
import gatehouse.story.stage.StoryBroken;
import java.time.Duration;
import java.util.List;

/**
 * Stops an application that is being asked, and looks at the wire before its model: once the owner
 * has said {@code ENFORCED}, not a byte may go out.
 */
final class StopTrial {
  private static final Duration ENFORCED = Duration.ofSeconds(90);
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Duration WATCHED = Duration.ofMillis(500);
  private static final Duration WATCHED_LONGER = Duration.ofSeconds(2);

  /** More than a lease lives: by then a gateway that hears nobody has closed. */
  private static final Duration CLOSED = Duration.ofSeconds(2);

  private final SuiteUnderFault suite;
  private final Stage stage;
  private final Askers askers;
  private final Disturbance disturbance;

  StopTrial(SuiteUnderFault suite, Stage stage, Askers askers, Disturbance disturbance) {
    this.suite = suite;
    this.stage = stage;
    this.askers = askers;
    this.disturbance = disturbance;
  }

  /** Waits until questions flow, strikes and stops. What it broke stays broken. */
  Seen run() throws InterruptedException {
    askers.awaitAnswers();
    return disturbance.order() == Order.NO_STOP ? closing() : stopping();
  }

  private Seen stopping() throws InterruptedException {
    Caller duty = stage.person("zheng.duty");
    if (disturbance.order() == Order.STRIKE_FIRST) {
      disturbance.strike(suite);
    }
    long asked = System.nanoTime();
    String stop = stop(duty);
    long answered = System.nanoTime();
    if (disturbance.order() == Order.STOP_FIRST) {
      disturbance.strike(suite);
      suite.heal();
    }
    int named = awaitEnforced(duty, stop);
    long enforced = System.nanoTime();
    suite.goOn("data-gateway");
    askers.pause(disturbance == Disturbance.NONE ? WATCHED : WATCHED_LONGER);
    long last = wire().lastSentNanos();
    return new Seen(
        disturbance,
        Duration.ofNanos(answered - asked),
        Duration.ofNanos(enforced - asked),
        Duration.ofNanos(Math.max(0, last - asked)),
        named,
        last > enforced ? List.of(letOut("the stop was enforced", last - enforced)) : List.of());
  }

  private Seen closing() throws InterruptedException {
    long struck = System.nanoTime();
    disturbance.strike(suite);
    askers.pause(CLOSED.multipliedBy(2));
    long last = wire().lastSentNanos() - struck;
    return new Seen(
        disturbance,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ofNanos(Math.max(0, last)),
        0,
        last > CLOSED.toNanos() ? List.of(letOut("the gateways heard nobody", last)) : List.of());
  }

  private static String stop(Caller duty) {
    return duty.post(
            Part.INCIDENT,
            "/v1/stops",
            """
            {"scope": {"kind": "APPLICATION", "value": "%s"}, "reasonCode": "HALLUCINATION"}\
            """
                .formatted(OpenDoor.APPLICATION))
        .expect(201)
        .text("/stopId");
  }

  /** Returns how many gateways the owner names. */
  private int awaitEnforced(Caller duty, String stop) throws InterruptedException {
    long deadline = System.nanoTime() + ENFORCED.toNanos();
    while (System.nanoTime() < deadline) {
      Answer answer = duty.get(Part.INCIDENT, "/v1/stops/" + stop).expect(200);
      if (answer.text("/enforcement/state").equals("ENFORCED")) {
        return answer.body().at("/enforcement/gateways").size();
      }
      askers.pause(LOOK);
    }
    throw new StoryBroken("the stop was never enforced");
  }

  private Finding letOut(String since, long nanos) {
    return new Finding(
        Kind.LET_OUT,
        "data-gateway",
        "%s: a byte went out %d ms after %s"
            .formatted(disturbance.label(), Duration.ofNanos(nanos).toMillis(), since));
  }

  private Wire wire() {
    return suite.wire(Listener.MODEL_IN_HOUSE);
  }
}
