package gatehouse.admission;

import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import gatehouse.web.Reason;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;

/** Turns how a use case ended into an HTTP answer, in one place for every resource. */
@Singleton
public final class Answers {
  private final Problems problems;
  private final Messages messages;

  Answers(Problems problems, Messages messages) {
    this.problems = problems;
    this.messages = messages;
  }

  /** 200 with the view of the value, or the problem. */
  public <T> Response ok(Outcome<T> outcome, Function<T, ?> view) {
    return answer(200, outcome, view);
  }

  /** 201 with the view of the value, or the problem. */
  public <T> Response created(Outcome<T> outcome, Function<T, ?> view) {
    return answer(201, outcome, view);
  }

  private <T> Response answer(int status, Outcome<T> outcome, Function<T, ?> view) {
    return switch (outcome) {
      case Outcome.Done<T> done -> Response.status(status).entity(view.apply(done.value())).build();
      case Outcome.Refused<T> refused ->
          problems.problem(
              AdmissionProblem.of(refused.reasons().getFirst()), reasons(refused.reasons()));
    };
  }

  /** The reasons as they stand on the wire. */
  public List<Reason> reasons(List<Refusal> refusals) {
    return refusals.stream().map(this::reason).toList();
  }

  private Reason reason(Refusal refusal) {
    return messages.reason(refusal.name(), refusal.clauses().toArray(String[]::new));
  }
}
