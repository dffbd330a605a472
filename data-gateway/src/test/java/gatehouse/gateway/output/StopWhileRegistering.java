package gatehouse.gateway.output;

import gatehouse.embedded.Eventually;
import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.Script;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.standing.StopCopy;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** On the real way into the register a stop comes in, and registering goes on behind it. */
@Decorator
@Priority(1)
public class StopWhileRegistering implements OutputEvents {
  private static final AtomicBoolean EXPECTED = new AtomicBoolean();

  private final OutputEvents real;
  private final StopCopy stops;

  StopWhileRegistering(@Delegate OutputEvents real, StopCopy stops) {
    this.real = real;
    this.stops = stops;
  }

  /** The next answer is stopped so. */
  public static void expect() {
    EXPECTED.set(true);
  }

  @Override
  public void append(OutputEvent event, Caller by) {
    if (EXPECTED.getAndSet(false)) {
      Script.say("stops", Answers.stopped("s-meanwhile", "APPLICATION", "note-assistant"));
      try {
        Eventually.holds(
            "the gateway has heard of the stop",
            Duration.ofSeconds(20),
            () -> stops.inForce().stream().anyMatch(stop -> stop.id().equals("s-meanwhile")));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    real.append(event, by);
  }

  @Override
  public void lost(OutputEvent.Lost event) {
    real.lost(event);
  }
}
