package gatehouse.incident.drill;

import gatehouse.incident.duty.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One drill.
 *
 * @param epoch under which gateways learned of it; the same sequence as that of stops
 * @param end null while it runs
 */
public record Drill(UUID id, long epoch, Signature started, @Nullable End end) {

  /**
   * How it ended.
   *
   * @param epoch under which gateways learned of the end
   * @param enforced what the gateways had said by then, or null when some had not
   */
  public record End(Signature by, long epoch, @Nullable Enforced enforced) {}

  /**
   * No gateway could act against it any more.
   *
   * @param gateways how many held a lease; without one a drill has shown nothing
   */
  public record Enforced(Instant at, int gateways) {}

  /** What it showed. */
  public enum Outcome {
    /** It runs. */
    RUNNING,
    /** Every gateway had it in time. */
    PASSED,
    /** Every gateway had it, too late. */
    SLOW,
    /** It was ended before every gateway had it. */
    NOT_ENFORCED,
    /** There was no gateway to show anything. */
    NO_GATEWAY
  }

  /** How long it took until no gateway could act against it. */
  public Optional<Duration> took() {
    return end == null || end.enforced() == null
        ? Optional.empty()
        : Optional.of(Duration.between(started.at(), end.enforced().at()));
  }

  /** What it showed, when so much time is allowed. */
  public Outcome outcome(Duration allowed) {
    if (end == null) {
      return Outcome.RUNNING;
    }
    Enforced enforced = end.enforced();
    if (enforced == null) {
      return Outcome.NOT_ENFORCED;
    }
    if (enforced.gateways() == 0) {
      return Outcome.NO_GATEWAY;
    }
    return took().orElseThrow().compareTo(allowed) <= 0 ? Outcome.PASSED : Outcome.SLOW;
  }
}
