package gatehouse.incident.call;

import gatehouse.incident.stop.Stop;
import java.util.List;
import java.util.Optional;

/** Calls that were made; only ever added. */
public interface Calls {
  /**
   * Keeps a call.
   *
   * @return false if this rung was called for the stop before
   */
  boolean add(Call call);

  /** The latest first. */
  List<Call> latest(int limit);

  /** Every stop up to this epoch is confirmed. */
  long confirmedUpTo();

  /**
   * What is missing for the stop to be confirmed; empty while there is still time, and when it is.
   */
  Optional<Missing> missing(Stop stop);
}
