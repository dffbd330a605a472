package gatehouse.faults;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When the faults end.
 *
 * @param longest how long they strike at most in this leg; null for as long as it takes
 * @param faults how many shall have struck in all legs together; 0 if nobody counts
 * @param events how many requests shall have been acknowledged in all legs; 0 if nobody counts
 */
record Goal(@Nullable Duration longest, long faults, long events) {
  private static final Duration USUAL = Duration.ofMinutes(2);

  /** What the options say; two minutes if they say nothing. */
  static Goal of(@Nullable Double minutes, long faults, long events) {
    if (minutes != null) {
      return new Goal(Duration.ofMillis((long) (minutes * 60_000)), faults, events);
    }
    return new Goal(faults + events > 0 ? null : USUAL, faults, events);
  }

  boolean isCounted() {
    return faults > 0 || events > 0;
  }

  /** Whether no fault shall strike at all. */
  boolean isNone() {
    return longest != null && longest.isZero();
  }

  /** Whether all that is counted is there; true where nothing is. */
  boolean isReached(long faultsNow, long eventsNow) {
    return faultsNow >= faults && eventsNow >= events;
  }

  /** Whether nothing more shall strike in this leg. */
  boolean isOver(Pace pace) {
    boolean isLate = longest != null && pace.elapsed().compareTo(longest) >= 0;
    return isLate || (isCounted() && isReached(pace.faults(), pace.events()));
  }

  /** About how long it still takes in this leg, for people. */
  String toGo(Pace pace) {
    double seconds = 0;
    if (isCounted()) {
      seconds =
          Math.max(
              pace.secondsFor(faults - pace.faults(), pace.faultsOfLeg()),
              pace.secondsFor(events - pace.events(), pace.eventsOfLeg()));
    }
    if (longest != null) {
      double left = Math.max(0, longest.minus(pace.elapsed()).toMillis() / 1000.0);
      seconds = isCounted() ? Math.min(seconds, left) : left;
    }
    return String.format(Locale.ROOT, "%d:%02d to go", (long) seconds / 60, (long) seconds % 60);
  }

  /**
   * How far it has come.
   *
   * @param elapsed in this leg
   * @param faults in all legs
   * @param events acknowledged in all legs
   */
  record Pace(Duration elapsed, long faults, long faultsOfLeg, long events, long eventsOfLeg) {
    private double secondsFor(long missing, long doneInLeg) {
      double perSecond = Math.max(1, doneInLeg) / Math.max(0.001, elapsed.toMillis() / 1000.0);
      return Math.max(0, missing) / perSecond;
    }
  }
}
