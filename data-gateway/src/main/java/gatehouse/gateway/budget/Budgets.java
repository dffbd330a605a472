package gatehouse.gateway.budget;

import java.time.Duration;

/** The budgets of all applications. */
public interface Budgets {
  /** Takes one call out of the application's budget, if there is any left. */
  Verdict admit(String application);

  /**
   * Takes what an answer used. It is known only afterwards, so that a budget may go below nothing;
   * the next call then waits until it is made up for.
   *
   * @param tokens as the model counts them
   */
  void spent(String application, long tokens);

  /** Whether a call has budget. */
  sealed interface Verdict {}

  record Granted() implements Verdict {}

  /**
   * It has none.
   *
   * @param retryAfter when it will have some, as things stand
   */
  record Exhausted(Duration retryAfter) implements Verdict {}
}
