package gatehouse.gateway.output.rest;

import gatehouse.gateway.output.Output;
import gatehouse.gateway.output.OutputResult;
import gatehouse.gateway.output.OutputState;
import gatehouse.gateway.permit.ReasonTexts;
import gatehouse.gateway.permit.Refusal;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** Puts results about outputs onto the wire. */
@ApplicationScoped
class OutputAnswers {
  private final Problems problems;
  private final Messages messages;
  private final ReasonTexts reasonTexts;

  OutputAnswers(Problems problems, Messages messages, ReasonTexts reasonTexts) {
    this.problems = problems;
    this.messages = messages;
    this.reasonTexts = reasonTexts;
  }

  Response of(OutputResult result) {
    return switch (result) {
      case OutputResult.Done(Output output) -> Response.ok(OutputView.of(output)).build();
      case OutputResult.Unknown() -> unknown();
      case OutputResult.Erased() -> erased();
      case OutputResult.NotTrained(List<Refusal> reasons) -> withheld(reasons);
      case OutputResult.OtherContent() -> problems.problem(OutputProblem.OTHER_CONTENT);
      case OutputResult.Incomplete() -> problems.problem(OutputProblem.OUTPUT_INCOMPLETE);
      case OutputResult.PermitNotUsable(String what) ->
          problems.problem(OutputProblem.PERMIT_NOT_USABLE, what);
      case OutputResult.Stopped(Refusal reason) ->
          problems.problem(OutputProblem.STOPPED, reasonTexts.reasons(List.of(reason)));
      case OutputResult.Unlabelled() -> problems.problem(OutputProblem.OUTPUT_UNLABELLED);
      case OutputResult.WrongState(OutputState.OutputStateName state) ->
          problems.problem(OutputProblem.OUTPUT_WRONG_STATE, "the output is in state " + state);
    };
  }

  Response created(OutputResult result) {
    return result instanceof OutputResult.Done(Output output)
        ? Response.created(URI.create("/v1/outputs/" + output.id()))
            .entity(OutputView.of(output))
            .build()
        : of(result);
  }

  Response unknown() {
    return problems.problem(OutputProblem.OUTPUT_UNKNOWN);
  }

  /** It was there, and nobody brings it back. */
  Response erased() {
    return problems.problem(OutputProblem.OUTPUT_ERASED);
  }

  /** Whose training or assessment stands against it. */
  Response withheld(List<Refusal> reasons) {
    return problems.problem(OutputProblem.NOT_TRAINED, reasonTexts.reasons(reasons));
  }

  Response lost() {
    return problems.problem(OutputProblem.OUTPUT_LOST);
  }

  Response notHeld() {
    return problems.problem(OutputProblem.CONTENT_HELD_ELSEWHERE);
  }

  /** A role is not enough: a machine can hold one. */
  Response notLicensed() {
    return problems.problem(
        OutputProblem.PHYSICIAN_REQUIRED,
        List.of(messages.reason("PHYSICIAN_REQUIRED", "G-27", "G-28")));
  }
}
