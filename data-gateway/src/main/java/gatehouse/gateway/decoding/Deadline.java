package gatehouse.gateway.decoding;

import java.util.function.LongSupplier;

/** The moment at which a scan must have ended; asked inside every loop over a text. */
public final class Deadline {
  /** The scan is late. */
  public static final class Passed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Passed() {
      super("the scan is late", null, false, false);
    }
  }

  private static final int STEPS_BETWEEN_LOOKS = 1024;

  private final LongSupplier nanoTime;
  private final long end;
  private int steps;

  /**
   * So long from now.
   *
   * @param nanoTime a clock that only goes forward, in nanoseconds
   */
  public Deadline(LongSupplier nanoTime, long nanos) {
    this.nanoTime = nanoTime;
    this.end = nanoTime.getAsLong() + nanos;
  }

  /**
   * Looks at the clock.
   *
   * @throws Passed if it is late
   */
  public void check() {
    if (nanoTime.getAsLong() - end > 0) {
      throw new Passed();
    }
  }

  /** Looks at the clock now and then: for the steps of a loop. */
  public void step() {
    if (++steps % STEPS_BETWEEN_LOOKS == 0) {
      check();
    }
  }
}
