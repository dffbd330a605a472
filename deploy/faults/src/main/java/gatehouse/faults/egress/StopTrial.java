package gatehouse.faults.egress;

import gatehouse.faults.check.Finding;
import gatehouse.faults.check.Finding.Kind;
import gatehouse.faults.suite.SuiteUnderFault;
import gatehouse.faults.suite.Wire;
import gatehouse.local.blueprint.Listener;
import gatehouse.story.OpenDoor;
import gatehouse.story.stage.Answer;
import gatehouse.story.stage.Caller;
import gatehouse.story.stage.Chat;
import gatehouse.story.stage.Part;
import gatehouse.story.stage.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks a model without pause, stops its application, and looks at the wire before the model: once
 * the owner has said {@code ENFORCED}, not a byte may go out.
 */
public final class StopTrial {
  private static final int ASKING = 3;
  private static final Duration FLOWING = Duration.ofSeconds(30);
  private static final Duration ENFORCED = Duration.ofSeconds(20);
  private static final Duration WATCHED = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofMillis(10);

  private final SuiteUnderFault suite;
  private final Stage stage;

  public StopTrial(SuiteUnderFault suite, Stage stage) {
    this.suite = suite;
    this.stage = stage;
  }

  /**
   * What was seen.
   *
   * @param enforced from the request of the stop to the first answer that says ENFORCED
   * @param lastByte from that request to the last byte that went out; negative if none did after
   */
  public record Seen(
      String application,
      boolean cutOff,
      Duration enforced,
      Duration lastByte,
      List<Finding> findings) {}

  /** A stop while everything is well; nothing if the owner tells of no enforcement. */
  public Optional<Seen> healthy(String application, Listener model) throws InterruptedException {
    return run(application, model, false);
  }

  /** A stop of which the gateway hears nothing: neither from the owner nor from the broker. */
  public Optional<Seen> cutOff(String application, Listener model) throws InterruptedException {
    return run(application, model, true);
  }

  private Optional<Seen> run(String application, Listener model, boolean cutOff)
      throws InterruptedException {
    Wire wire = suite.wire(model);
    CountDownLatch over = new CountDownLatch(1);
    List<Thread> asking = new ArrayList<>();
    try {
      for (int i = 0; i < ASKING; i++) {
        asking.add(Thread.ofVirtual().start(() -> ask(application, over)));
      }
      awaitFlow(application, wire, over);
      if (cutOff) {
        suite.wire(Listener.INCIDENT).cut();
        suite.wire(Listener.KAFKA).cut();
      }
      return stop(application, wire, over, cutOff);
    } finally {
      over.countDown();
      suite.heal();
      for (Thread one : asking) {
        one.join();
      }
    }
  }

  private Optional<Seen> stop(String application, Wire wire, CountDownLatch over, boolean cutOff)
      throws InterruptedException {
    Caller duty = stage.person("zheng.duty");
    long asked = System.nanoTime();
    Answer answer =
        duty.post(
                Part.INCIDENT,
                "/v1/stops",
                """
                {"scope": {"kind": "APPLICATION", "value": "%s"}, "reasonCode": "HALLUCINATION"}\
                """
                    .formatted(application))
            .expect(201);
    if (answer.body().path("enforcement").isMissingNode()) {
      return Optional.empty();
    }
    long enforced = awaitEnforced(duty, answer.text("/stopId"), over);
    pause(over, WATCHED);
    long last = wire.lastSentNanos();
    List<Finding> findings = new ArrayList<>();
    if (last > enforced) {
      findings.add(
          new Finding(
              Kind.LET_OUT,
              "data-gateway",
              "%s: a byte went out %d ms after the stop was enforced"
                  .formatted(application, Duration.ofNanos(last - enforced).toMillis())));
    }
    return Optional.of(
        new Seen(
            application,
            cutOff,
            Duration.ofNanos(enforced - asked),
            Duration.ofNanos(last - asked),
            findings));
  }

  private static long awaitEnforced(Caller duty, String stop, CountDownLatch over)
      throws InterruptedException {
    long deadline = System.nanoTime() + ENFORCED.toNanos();
    while (System.nanoTime() < deadline) {
      Answer answer = duty.get(Part.INCIDENT, "/v1/stops/" + stop).expect(200);
      if (answer.body().at("/enforcement/state").asText().equals("ENFORCED")) {
        return System.nanoTime();
      }
      pause(over, LOOK);
    }
    throw new IllegalStateException("the stop was never enforced");
  }

  private static void awaitFlow(String application, Wire wire, CountDownLatch over)
      throws InterruptedException {
    long begun = System.nanoTime();
    while (wire.lastSentNanos() < begun) {
      if (System.nanoTime() - begun > FLOWING.toNanos()) {
        throw new IllegalStateException(application + " is never asked: nothing to stop");
      }
      pause(over, LOOK);
    }
  }

  private void ask(String application, CountDownLatch over) {
    try (Chat chat = stage.chat("his")) {
      while (over.getCount() > 0) {
        OpenDoor.ask(chat, application);
      }
    } catch (RuntimeException _) {
      // It is being broken; the others go on.
    }
  }

  private static void pause(CountDownLatch over, Duration time) throws InterruptedException {
    boolean _ = over.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
