package gatehouse.gateway.release.rest;

import gatehouse.gateway.output.Output;
import gatehouse.gateway.release.ReleaseResult;
import gatehouse.gateway.release.rest.ReleaseTokensResource.ReleaseView;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Puts results about releases onto the wire. */
@ApplicationScoped
class ReleaseAnswers {
  private final Problems problems;
  private final Messages messages;

  ReleaseAnswers(Problems problems, Messages messages) {
    this.problems = problems;
    this.messages = messages;
  }

  Response of(ReleaseResult result) {
    return switch (result) {
      case ReleaseResult.Issued issued -> ReleaseTokensResource.issued(issued);
      case ReleaseResult.Released(Output output) -> Response.ok(ReleaseView.of(output)).build();
      case ReleaseResult.UnknownOutput() -> problems.problem(ReleaseProblem.OUTPUT_UNKNOWN);
      case ReleaseResult.Erased() -> problems.problem(ReleaseProblem.OUTPUT_ERASED);
      case ReleaseResult.NotConfirmed() -> refused("NOT_CONFIRMED", "G-28", "G-33");
      case ReleaseResult.RawOutputToPatient() -> refused("RAW_OUTPUT_TO_PATIENT", "G-30");
      case ReleaseResult.Recalled() -> refused("OUTPUT_RECALLED", "G-51");
      case ReleaseResult.NotBound(ReleaseResult.Binding what) ->
          problems.problem(
              ReleaseProblem.RELEASE_NOT_BOUND, "it is bound to another " + word(what));
      case ReleaseResult.TokenNotUsable() ->
          problems.problem(ReleaseProblem.RELEASE_TOKEN_NOT_USABLE);
    };
  }

  private Response refused(String code, String... clauses) {
    return problems.problem(
        ReleaseProblem.RELEASE_REFUSED, List.of(messages.reason(code, clauses)));
  }

  private static String word(ReleaseResult.Binding what) {
    return switch (what) {
      case OUTPUT -> "output";
      case CONTENT -> "content: the digest is not that of the text a physician took";
      case PHYSICIAN -> "physician";
      case ENCOUNTER -> "encounter";
    };
  }
}
