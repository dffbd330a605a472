package gatehouse.gateway.permit;

import gatehouse.embedded.Eventually;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.standing.StopCopy;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** On the real way into the journal a stop comes in, and recording goes on behind it. */
@Decorator
@Priority(1)
public class StopWhileDeciding implements Permits {
  private static final AtomicBoolean EXPECTED = new AtomicBoolean();

  private final Permits real;
  private final StopCopy stops;

  StopWhileDeciding(@Delegate Permits real, StopCopy stops) {
    this.real = real;
    this.stops = stops;
  }

  /** The next decision is overtaken so. */
  static void expect() {
    EXPECTED.set(true);
  }

  @Override
  public void record(PermitRecord decided) {
    if (EXPECTED.getAndSet(false)) {
      Script.say("stops", Answers.stopped("s-overtaking", "APPLICATION", "note-assistant"));
      try {
        Eventually.holds(
            "the gateway has heard of the stop",
            Duration.ofSeconds(20),
            () -> stops.inForce().stream().anyMatch(stop -> stop.id().equals("s-overtaking")));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    real.record(decided);
  }

  @Override
  public void ended(Ended ended) {
    real.ended(ended);
  }

  @Override
  public void unanswered(Unanswered call) {
    real.unanswered(call);
  }
}
