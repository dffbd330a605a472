package gatehouse.faults;

import gatehouse.faults.suite.SuiteUnderFault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * However a leg ends, nothing is left running and nothing is left mounted. One that is stopped by a
 * signal first finishes what it is doing and writes down how far it came.
 */
final class OrderlyEnd {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SuiteUnderFault suite;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean isUnderWay;

  /** Of that suite; runs when the JVM ends. */
  OrderlyEnd(SuiteUnderFault suite) {
    this.suite = suite;
    Runtime.getRuntime().addShutdownHook(new Thread(this::run, "stopping"));
  }

  /** Counted down when somebody wants the leg to end. */
  CountDownLatch asked() {
    return asked;
  }

  /** From here on there is something to be written down. */
  void begins() {
    isUnderWay = true;
  }

  /** All is written down. */
  void ends() {
    ended.countDown();
  }

  private void run() {
    asked.countDown();
    try {
      // Before the first fault there is nothing to wait for.
      boolean _ = !isUnderWay || ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    suite.close();
  }
}
