package gatehouse.web;

import java.util.List;

/**
 * Ends a request with a problem where no result can be returned: filters and edges. Expected
 * refusals of the business are sealed results, not this.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final transient List<Reason> reasons;

  public ProblemException(ProblemType type, Reason... reasons) {
    super(type.slug());
    this.type = type;
    this.reasons = List.of(reasons);
  }

  /** The kind of problem. */
  public ProblemType type() {
    return type;
  }

  /** Why; may be empty. */
  public List<Reason> reasons() {
    return reasons;
  }
}
