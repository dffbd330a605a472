package gatehouse.consent.procedure;

import java.time.Instant;

/** Where a procedure stands. */
public sealed interface Standing {

  /**
   * It waits for a step.
   *
   * @param since the end of the step before
   */
  record At(Step step, Instant since) implements Standing {}

  /** The person knows what was done. */
  record Finished(Instant at) implements Standing {}
}
