package gatehouse.admission.panel;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One seat's vote on one exact bundle.
 *
 * @param reason internal reason, mandatory with REJECT
 * @param releasedReason what the vendor may read of it, null if nothing
 */
public record Ballot(
    Seat seat,
    String voter,
    Choice choice,
    @Nullable String reason,
    @Nullable String releasedReason,
    String bundleHash,
    Instant castAt) {
  public Ballot {
    requireNonNull(seat);
    requireNonNull(voter);
    requireNonNull(choice);
    requireNonNull(bundleHash);
  }

  boolean lacksReason() {
    return choice == Choice.REJECT && (reason == null || reason.isBlank());
  }
}
