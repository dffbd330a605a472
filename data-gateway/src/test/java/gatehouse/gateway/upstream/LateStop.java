package gatehouse.gateway.upstream;

import gatehouse.gateway.fakes.Answers;
import gatehouse.gateway.fakes.Script;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** On the real way to a model a stop comes in, behind the record and before the bytes. */
@Decorator
@Priority(1)
public class LateStop implements ModelCalls {
  private static final AtomicBoolean EXPECTED = new AtomicBoolean();

  private final ModelCalls real;

  LateStop(@Delegate ModelCalls real) {
    this.real = real;
  }

  /** The next call is stopped so. */
  public static void expect() {
    EXPECTED.set(true);
  }

  @Override
  public ModelAnswer call(Upstream upstream, String path, byte[] body, BooleanSupplier mayLeave) {
    if (EXPECTED.getAndSet(false)) {
      Script.say("stops", Answers.stopped("s-late", "APPLICATION", "note-assistant"));
    }
    return real.call(upstream, path, body, mayLeave);
  }
}
