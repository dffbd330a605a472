package gatehouse.faults.fault;

import java.time.Duration;

/**
 * Something that goes wrong.
 *
 * @param name for people
 * @param shortest how long it lasts at least
 * @param longest how long it lasts at most
 * @param strike makes it so; the suite's own healing undoes it
 */
public record Fault(String name, Duration shortest, Duration longest, Strike strike) {
  /** How a fault begins. */
  @FunctionalInterface
  public interface Strike {
    /** Returns when the fault is there. */
    void now() throws InterruptedException;
  }

  static Fault lasting(String name, double shortest, double longest, Strike strike) {
    return new Fault(name, seconds(shortest), seconds(longest), strike);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }
}
