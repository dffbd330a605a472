package gatehouse.lease.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what happens in other threads, never longer than its patience. */
final class Eventually {
  private static final Duration SOON = Duration.ofSeconds(30);

  private Eventually() {}

  static void holds(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("not within " + SOON + ": " + what).isLessThan(deadline);
      LockSupport.parkNanos(5_000_000);
    }
  }
}
