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
   * A permit that ended.
   *
   * @param sent whether the call's bytes, or a part of them, had left by then; if not, nothing ever
   *     does
   */
  record Ended(
      UUID permitId, Caller caller, PermitQuestion question, Refusal reason, boolean sent) {}
}
