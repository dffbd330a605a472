package gatehouse.gateway.output;

import gatehouse.gateway.permit.Refusal;
import java.util.List;

/** How a request about an output ended. */
public sealed interface OutputResult {
  record Done(Output output) implements OutputResult {}

  record Unknown() implements OutputResult {}

  /** Its texts were destroyed: there is nothing left to decide about. */
  record Erased() implements OutputResult {}

  /** The physician may not decide about this application's outputs now (G-59, G-60). */
  record NotTrained(List<Refusal> reasons) implements OutputResult {
    public NotTrained {
      reasons = List.copyOf(reasons);
    }
  }

  /** The digest is not that of the content as it stands: the physician saw something else. */
  record OtherContent() implements OutputResult {}

  /** The stream broke off; half an answer cannot be confirmed. */
  record Incomplete() implements OutputResult {}

  /**
   * Made outside the gateway under a permit that is not the caller's, too old, or for something
   * else.
   *
   * @param what which part of it does not fit
   */
  record PermitNotUsable(String what) implements OutputResult {}

  /** Its application is stopped, or nobody knows whether it is: nothing of it is taken (G-51). */
  record Stopped(Refusal reason) implements OutputResult {}

  /** Held elsewhere, and its maker does not vouch that it carries the label (G-32). */
  record Unlabelled() implements OutputResult {}

  /** The output's state has no such exit. */
  record WrongState(OutputState.OutputStateName state) implements OutputResult {}
}
