package gatehouse.embedded;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for what happens in other threads: as short as possible, never longer than the deadline.
 */
public final class Eventually {

  private static final Duration LOOK = Duration.ofMillis(20);

  private Eventually() {}

  /** Returns when the condition holds; fails with its name when it does not in time. */
  public static void holds(String what, Duration within, Callable<Boolean> condition)
      throws Exception {
    long deadline = System.nanoTime() + within.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + within + ": " + what);
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
