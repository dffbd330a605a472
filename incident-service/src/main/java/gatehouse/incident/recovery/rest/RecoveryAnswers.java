package gatehouse.incident.recovery.rest;

import gatehouse.clauses.Clause;
import gatehouse.incident.recovery.Recovery;
import gatehouse.incident.recovery.RecoveryResult;
import gatehouse.incident.recovery.RecoveryResult.Missing;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopState;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import gatehouse.web.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/** Turns what came of a step on the way back into an answer. */
@ApplicationScoped
class RecoveryAnswers {
  private final Problems problems;
  private final Messages messages;

  RecoveryAnswers(Problems problems, Messages messages) {
    this.problems = problems;
    this.messages = messages;
  }

  Response answer(RecoveryResult result) {
    return switch (result) {
      case RecoveryResult.Done(Recovery recovery, Stop stop, List<Missing> missing) ->
          Response.ok(RecoveryView.of(recovery, stop, missing)).build();
      case RecoveryResult.Unknown() -> problems.problem(RecoveryProblem.RECOVERY_UNKNOWN);
      case RecoveryResult.WrongState(StopState.StopStateName state) ->
          problems.problem(RecoveryProblem.RECOVERY_WRONG_STATE, "the stop is in state " + state);
      case RecoveryResult.Incomplete(List<Missing> missing) -> incomplete(missing);
      case RecoveryResult.SamePerson() -> problems.problem(RecoveryProblem.CONFIRMERS_MUST_DIFFER);
      case RecoveryResult.WrongSide() -> problems.problem(RecoveryProblem.WRONG_CONFIRMER);
    };
  }

  /** One reason says that it is incomplete, the others say what is missing. */
  @Clause("G-55")
  private Response incomplete(List<Missing> missing) {
    List<Reason> reasons =
        Stream.concat(
                Stream.of(RecoveryProblem.RECOVERY_INCOMPLETE.name()),
                missing.stream().map(what -> what.name() + "_MISSING"))
            .map(code -> messages.reason(code, "G-55"))
            .toList();
    return problems.problem(RecoveryProblem.RECOVERY_INCOMPLETE, reasons);
  }
}
