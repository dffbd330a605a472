package gatehouse.faults.egress;

import gatehouse.faults.check.Finding;
import gatehouse.faults.check.Finding.Kind;
import gatehouse.faults.egress.Disturbance.Order;
import gatehouse.faults.egress.Seen.Times;
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
import java.util.UUID;

/**
 * Stops an application that is being asked, and looks at the wire before its model: once the owner
 * has said {@code ENFORCED}, not a byte may go out.
 */
final class StopTrial {
  private static final Duration ENFORCED = Duration.ofSeconds(90);
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Duration WATCHED = Duration.ofMillis(500);
  private static final Duration WATCHED_LONGER = Duration.ofSeconds(2);

  /**
   * As long as an owner waits for a holder of which it hears nothing: the life of a lease and the
   * margin. A gateway that hears nobody has closed by then, however busy the machine is.
   */
  private static final Duration CLOSED = Duration.ofMillis(1_050);

  /** Where the kernel cannot say when a byte was sent, we may have been late ourselves. */
  private static final Duration SURELY_CLOSED = Duration.ofSeconds(2);

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
    Duration answered = since(asked);
    if (disturbance.order() == Order.STOP_FIRST) {
      disturbance.strike(suite);
      suite.heal();
    }
    Confirmed enforced = awaitEnforced(duty, Part.INCIDENT, "/v1/stops/" + stop);
    suite.goOn("data-gateway");
    Duration withdrawn = Duration.ZERO;
    if (disturbance == Disturbance.NONE) {
      withdrawn = withdrawal();
      askers.pause(WATCHED);
    } else {
      askers.pause(WATCHED_LONGER);
    }
    return new Seen(
        disturbance,
        new Times(
            answered, Duration.ofNanos(enforced.nanos() - asked), lastByteSince(asked), withdrawn),
        enforced.named(),
        wire().sentAfter(enforced.nanos()).stream()
            .map(sent -> letOut("the stop was enforced", sent.nanos() - enforced.nanos()))
            .toList());
  }

  /** Of a patient whom nobody knows: how long it takes does not depend on who it is. */
  private Duration withdrawal() throws InterruptedException {
    long asked = System.nanoTime();
    String withdrawal =
        stage
            .machine("his")
            .post(
                Part.CONSENT,
                "/v1/withdrawals",
                """
                {"patient": {"issuer": "FAULTS", "id": "%s"}, "covers": {"kind": "ALL_AI"},
                 "wish": "STOP_USE"}\
                """
                    .formatted(UUID.randomUUID().toString().replace("-", "")))
            .expect(201)
            .text("/withdrawalId");
    Caller auditor = stage.person("han.auditor");
    Confirmed enforced = awaitEnforced(auditor, Part.CONSENT, "/v1/withdrawals/" + withdrawal);
    return Duration.ofNanos(enforced.nanos() - asked);
  }

  private Seen closing() throws InterruptedException {
    long begun = System.nanoTime();
    disturbance.strike(suite);
    // A lease counts from when it was asked for, and from here on nobody is answered.
    long lost = System.nanoTime();
    askers.pause(SURELY_CLOSED.plus(WATCHED));
    long closed = lost + CLOSED.toNanos();
    return new Seen(
        disturbance,
        Times.ofLoss(lastByteSince(begun)),
        0,
        wire().sentAfter(closed).stream()
            .filter(sent -> sent.byTheKernel() || sent.nanos() - lost > SURELY_CLOSED.toNanos())
            .map(sent -> letOut("the gateways heard nobody", sent.nanos() - lost))
            .toList());
  }

  private Duration lastByteSince(long moment) {
    return Duration.ofNanos(Math.max(0, wire().lastSentNanos() - moment));
  }

  private static Duration since(long moment) {
    return Duration.ofNanos(System.nanoTime() - moment);
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

  private Confirmed awaitEnforced(Caller asking, Part owner, String resource)
      throws InterruptedException {
    long deadline = System.nanoTime() + ENFORCED.toNanos();
    while (System.nanoTime() < deadline) {
      Answer answer = asking.get(owner, resource).expect(200);
      if (answer.text("/enforcement/state").equals("ENFORCED")) {
        return Confirmed.of(answer.body().path("enforcement"), Confirmed.Read.now());
      }
      askers.pause(LOOK);
    }
    throw new StoryBroken("never enforced: " + resource);
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
