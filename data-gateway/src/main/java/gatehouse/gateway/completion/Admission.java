package gatehouse.gateway.completion;

import gatehouse.deid.placeholders.Placeholders;
import gatehouse.gateway.egress.ExactBytes;
import gatehouse.gateway.permit.PermitDecision;
import gatehouse.gateway.permit.PermitQuestion;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a call may go to its model. */
sealed interface Admission {

  /**
   * These bytes may go; the decision is durable. Whoever takes it closes the permit's life.
   *
   * @param outputId what an answer will be registered as
   * @param stripped how many fields of each group the purpose did not need
   */
  record Open(
      UUID permitId,
      UUID outputId,
      PermitQuestion question,
      PermitDecision.Permitted permitted,
      ExactBytes bytes,
      Placeholders session,
      Map<String, Integer> stripped)
      implements Admission {}

  /**
   * It may not.
   *
   * @param where the place in the body that a block is about, without a word of the caller's own
   */
  record Closed(PermitDecision.Denied denied, @Nullable UUID blockId, @Nullable String where)
      implements Admission {}

  /** The application has no budget left for now. */
  record Exhausted(Duration retryAfter) implements Admission {}

  /** The decision could not be recorded, so nothing happens. */
  record Unrecorded() implements Admission {}
}
