package gatehouse.consent.consent.rest;

import gatehouse.consent.ConsentProblem;
import gatehouse.consent.consent.ConsentResult;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import gatehouse.web.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Turns what came of a step of the ceremony into HTTP. */
@ApplicationScoped
class ConsentAnswers {
  private final Problems problems;
  private final Messages messages;
  private final Clock clock;

  ConsentAnswers(Problems problems, Messages messages, Clock clock) {
    this.problems = problems;
    this.messages = messages;
    this.clock = clock;
  }

  Response answer(ConsentResult result) {
    Instant now = Instant.now(clock);
    return switch (result) {
      case ConsentResult.Shown shown ->
          Response.status(Response.Status.CREATED)
              .entity(ConsentView.of(shown.consent(), now, shown.template()))
              .build();
      case ConsentResult.Done done -> Response.ok(ConsentView.of(done.consent(), now)).build();
      case ConsentResult.Lacking lacking ->
          problems.problem(ConsentProblem.CONSENT_LACKING, reasons(lacking));
      case ConsentResult.WrongState _ -> problems.problem(ConsentProblem.CONSENT_WRONG_STATE);
      case ConsentResult.Unknown _ -> problems.problem(ConsentProblem.CONSENT_UNKNOWN);
    };
  }

  private List<Reason> reasons(ConsentResult.Lacking lacking) {
    return lacking.shortfalls().stream()
        .map(shortfall ->
            messages.reason(shortfall.name(), shortfall.clauses().toArray(String[]::new)))
        .toList();
  }
}
