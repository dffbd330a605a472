package gatehouse.incident.stop;

import java.util.List;

/** How an attempt to stop ended. */
public sealed interface IssueResult {
  /**
   * In force once the transaction commits.
   *
   * @param covered codes of the applications we know it covers; empty is no reason to doubt the
   *     stop, but a reason to look at the spelling
   */
  record Issued(Stop stop, List<String> covered) implements IssueResult {}

  /** The same person pressed twice; the first stop stands. */
  record Repeated(Stop stop, List<String> covered) implements IssueResult {}

  /** Beyond the person's authority; the duty manager can do it. */
  record NotAllowed() implements IssueResult {}
}
