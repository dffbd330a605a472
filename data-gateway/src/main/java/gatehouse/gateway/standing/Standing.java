package gatehouse.gateway.standing;

import java.util.List;

/**
 * Admission's answer to one call.
 *
 * @param application the facts of the application
 * @param admission whether the application may run here today (question 2 of the permit)
 * @param training whether this user may use it (question 3)
 */
public record Standing(ApplicationFacts application, Verdict admission, Verdict training) {

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
