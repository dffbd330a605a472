package gatehouse.consent.procedure;

import gatehouse.clauses.Clause;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a withdrawal is handled, computed from what was said of it: there is no state that could
 * differ from the evidence, and every withdrawal has a procedure from its first moment.
 *
 * @param withdrawal the withdrawal's id
 * @param effectiveAt since when it holds
 * @param disposes whether the person wishes more than that use stops
 */
@Clause("E-40")
public record Procedure(
    UUID withdrawal,
    Instant effectiveAt,
    boolean disposes,
    Propagation propagation,
    @Nullable Disposition disposition,
    @Nullable Confirmation confirmation) {

  /** Where it stands, when these systems hold data. */
  public Standing standing(Set<String> registered) {
    if (confirmation != null) {
      return new Standing.Finished(confirmation.at());
    }
    Instant enforced = propagation.enforcedAt();
    if (enforced == null) {
      return new Standing.At(Step.ENFORCE, effectiveAt);
    }
    Optional<Instant> acknowledged = propagation.allOf(registered);
    if (acknowledged.isEmpty()) {
      return new Standing.At(Step.ACKNOWLEDGE, enforced);
    }
    if (disposition != null) {
      return new Standing.At(Step.CONFIRM, disposition.at());
    }
    return new Standing.At(disposes ? Step.DISPOSE : Step.CONFIRM, acknowledged.get());
  }

  /** When that step ended; empty while it has not, or when there is none to do. */
  public Optional<Instant> endOf(Step step, Set<String> registered) {
    return switch (step) {
      case ENFORCE -> Optional.ofNullable(propagation.enforcedAt());
      case ACKNOWLEDGE -> propagation.allOf(registered);
      case DISPOSE -> Optional.ofNullable(disposition).map(Disposition::at);
      case CONFIRM -> Optional.ofNullable(confirmation).map(Confirmation::at);
    };
  }
}
