package gatehouse.gateway.egress;

import gatehouse.deid.scan.Detector;
import gatehouse.gateway.tripwire.Tripwire;
import io.quarkus.test.junit.QuarkusMock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Puts a scanner with a fault in the place of the gateway's own, until the test method ends. */
public final class FaultyScanners {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Tripwire SOUND = new Tripwire(System::nanoTime);

  private FaultyScanners() {}

  /** A detector of the engine's falls over. */
  public static void engineThrows() {
    Detector faulty =
        (_, _, _) -> {
          throw new IllegalStateException("planted");
        };
    install(new Scanners(LIMIT, List.of(faulty), SOUND, System::nanoTime));
  }

  /** A detector runs out of stack, which is no exception but an error. */
  public static void engineOverflows() {
    Detector faulty =
        (_, _, _) -> {
          throw new StackOverflowError("planted");
        };
    install(new Scanners(LIMIT, List.of(faulty), SOUND, System::nanoTime));
  }

  /** A detector needs an hour by the engine's clock. */
  public static void engineIsSlow() {
    AtomicLong clock = new AtomicLong();
    Detector slow = (_, _, _) -> clock.addAndGet(Duration.ofHours(1).toNanos());
    install(new Scanners(LIMIT, List.of(slow), SOUND, clock::get));
  }

  /** The engine as it is has no more than this. */
  public static void engineHas(Duration limit) {
    install(new Scanners(limit));
  }

  /** The last look falls over. */
  public static void tripwireThrows() {
    install(
        tripwire(() -> {
          throw new IllegalStateException("planted");
        }));
  }

  /** Each look at its clock finds the last look three seconds later. */
  public static void tripwireIsSlow() {
    AtomicLong clock = new AtomicLong();
    install(tripwire(() -> clock.addAndGet(Duration.ofSeconds(3).toNanos())));
  }

  private static Scanners tripwire(LongSupplier clock) {
    return new Scanners(LIMIT, List.of(), new Tripwire(clock), System::nanoTime);
  }

  private static void install(Scanners scanners) {
    QuarkusMock.installMockForType(scanners, Scanners.class);
  }
}
