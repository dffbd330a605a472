package gatehouse.gateway.standing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Admission's answer to one call.
 *
 * @param application the facts of the application
 * @param admission whether the application may run here today (question 2 of the permit)
 * @param validUntil when something may run out by itself; null: keep nothing of it
 * @param training whether this user may use it (question 3)
 */
public record Standing(
    ApplicationFacts application,
    Verdict admission,
    Verdict training,
    @Nullable Instant validUntil) {

  /** Whether both questions passed. */
  public boolean passed() {
    return admission.passed() && training.passed();
  }

  /** One question's answer; reasons are empty when it passed. */
  public record Verdict(boolean passed, List<OwnerReason> reasons) {
    public Verdict {
      reasons = List.copyOf(reasons);
      if (!passed && reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal has a reason");
      }
    }
  }
}
