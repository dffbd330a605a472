package gatehouse.incident.stop.rest;

import gatehouse.incident.stop.IssueResult;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopScope;
import gatehouse.lease.owner.Enforcement;
import gatehouse.lease.owner.EnforcementView;
import gatehouse.lease.owner.Enforcements;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import gatehouse.web.Reason;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** Turns what came of a stop into HTTP. */
@Singleton
class StopAnswers {
  private final Problems problems;
  private final Messages messages;
  private final Enforcements enforcements;

  StopAnswers(Problems problems, Messages messages, Enforcements enforcements) {
    this.problems = problems;
    this.messages = messages;
    this.enforcements = enforcements;
  }

  Response answer(IssueResult result) {
    return switch (result) {
      case IssueResult.Issued(Stop stop, List<String> covered) ->
          Response.created(URI.create("/v1/stops/" + stop.id().value()))
              .entity(
                  view(
                      stop,
                      new Enforcement.Accepted(stop.epoch(), Enforcement.Progress.UNKNOWN),
                      covered))
              .build();
      case IssueResult.Repeated(Stop stop, List<String> covered) ->
          Response.ok(view(stop, enforcement(stop), covered)).build();
      case IssueResult.NotAllowed() -> problems.problem(StopProblem.STOP_NOT_ALLOWED);
    };
  }

  /** One that is read later. */
  Response found(Stop stop) {
    Enforcement enforcement = enforcement(stop);
    Reason warning =
        enforcement instanceof Enforcement.Unconfirmed
            ? messages.reason("STOP_UNCONFIRMED", "G-51")
            : null;
    return Response.ok(StopView.of(stop, EnforcementView.of(enforcement), null, warning)).build();
  }

  private Enforcement enforcement(Stop stop) {
    return enforcements.of(stop.epoch(), stop.issued().at());
  }

  Response unknown() {
    return problems.problem(StopProblem.STOP_UNKNOWN);
  }

  /**
   * A stop that covers nothing known is in force all the same: who is in doubt may stop. But a
   * misspelt name would leave the application running, so we say it.
   */
  private StopView view(Stop stop, Enforcement enforcement, List<String> covered) {
    boolean doubtful = covered.isEmpty() && stop.scope().kind() != StopScope.Kind.ALL;
    return StopView.of(
        stop,
        EnforcementView.of(enforcement),
        covered,
        doubtful ? messages.reason("NOTHING_KNOWN_COVERED", "G-51") : null);
  }
}
