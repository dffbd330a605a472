package gatehouse.faults.check;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How quick something should be. Unlike what a {@link Finding} says, it depends on the machine and
 * on what else runs there: a miss is told, and counts only where somebody asks for that.
 *
 * @param measured null where the run has not brought it about
 */
public record Target(String what, Duration most, @Nullable Duration measured) {

  /** Whether it took longer than it should. */
  public boolean isMissed() {
    return measured != null && measured.compareTo(most) > 0;
  }

  @Override
  public String toString() {
    String outcome =
        measured == null
            ? "not measured"
            : String.format(
                Locale.ROOT,
                "measured %,6d ms  %s",
                measured.toMillis(),
                isMissed() ? "MISSED" : "reached");
    return String.format(Locale.ROOT, "target %-55s %,6d ms  %s", what, most.toMillis(), outcome);
  }
}
