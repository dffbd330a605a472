package gatehouse.gateway.completion;

import gatehouse.clauses.Clause;
import gatehouse.gateway.egress.EgressRequest;
import gatehouse.gateway.egress.EgressVerdict;
import gatehouse.gateway.egress.PrepareEgress;
import gatehouse.gateway.minimum.FieldPolicy;
import gatehouse.gateway.minimum.MinimiseBody;
import gatehouse.gateway.minimum.Minimised;
import gatehouse.gateway.minimum.Minimised.Reduced;
import gatehouse.gateway.minimum.Minimised.TooMuch;
import gatehouse.gateway.permit.PermitQuestion;
import gatehouse.gateway.permit.Refusal.Code;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.upstream.Deployment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fifth question, DATA: first what the purpose does not need goes, then what remains is made
 * ready for its destination.
 */
@ApplicationScoped
@Clause("E-20")
class PrepareData {
  private final FieldPolicy fields;
  private final PrepareEgress prepare;

  PrepareData(FieldPolicy fields, PrepareEgress prepare) {
    this.fields = fields;
    this.prepare = prepare;
  }

  /**
   * What may leave.
   *
   * @param stripped how many fields of each group were taken out before
   * @param policy the allow-list that was applied, null where none was
   */
  record Prepared(EgressVerdict verdict, Map<String, Integer> stripped, @Nullable String policy) {}

  Prepared prepare(
      ModelRequest request,
      PermitQuestion question,
      Deployment deployment,
      ApplicationFacts application) {
    // A call about nobody carries nobody's record: what it must not name, the engine finds.
    boolean aboutSomebody = question.subject() != null;
    Minimised minimised =
        aboutSomebody
            ? MinimiseBody.of(
                request.route(),
                request.body(),
                fields.allowance(question.purpose(), question.fields()))
            : new Reduced(request.body(), Map.of());
    return switch (minimised) {
      case TooMuch(var asked) ->
          new Prepared(
              new EgressVerdict.Blocked(Code.NOT_MINIMAL, List.of(), asked), Map.of(), null);
      case Reduced(var body, var stripped) ->
          new Prepared(
              prepare.prepare(
                  new EgressRequest(
                      request.route(),
                      body,
                      deployment,
                      application,
                      question.categories(),
                      request.context().known())),
              stripped,
              aboutSomebody ? fields.version() : null);
    };
  }
}
