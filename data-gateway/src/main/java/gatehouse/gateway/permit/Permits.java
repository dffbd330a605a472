package gatehouse.gateway.permit;

import java.util.UUID;

/** The record of every decision, and of permits that ended before their call did. */
public interface Permits {
  /**
   * Makes the decision durable.
   *
   * @throws RuntimeException if it cannot: then nothing may leave
   */
  void record(PermitRecord decided);

  /**
   * Makes durable that a permit which stands in the record ended under a call.
   *
   * @throws RuntimeException if it cannot
   */
  void ended(Ended ended);

  /**
   * Writes down that a call which was to be streamed brought its caller nothing. Returns at once: a
   * call waits for this record as little as its caller; what does not reach it counts as lost.
   */
  void unanswered(Unanswered call);

  /**
   * A call without an answer.
   *
   * @param streamedAs the output that there never will be
   */
  record Unanswered(UUID permitId, UUID streamedAs, Caller caller, String application) {}

  /**
   * A permit that ended.
   *
   * @param sent whether the call's bytes, or a part of them, had left by then; if not, nothing ever
   *     does
   */
  record Ended(
      UUID permitId, Caller caller, PermitQuestion question, Refusal reason, boolean sent) {}
}
