package gatehouse.consent.template.rest;

import gatehouse.consent.ConsentProblem;
import gatehouse.consent.template.LintFinding;
import gatehouse.consent.template.Template;
import gatehouse.consent.template.TemplateResult;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import gatehouse.web.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Turns what came of a wish about a form into HTTP. */
@ApplicationScoped
class TemplateAnswers {
  private final Problems problems;
  private final Messages messages;

  TemplateAnswers(Problems problems, Messages messages) {
    this.problems = problems;
    this.messages = messages;
  }

  Response created(TemplateResult result) {
    return answer(result, Response.Status.CREATED);
  }

  Response done(TemplateResult result) {
    return answer(result, Response.Status.OK);
  }

  Response found(Optional<Template> template) {
    return template
        .map(found -> Response.ok(TemplateView.of(found)).build())
        .orElseGet(() -> problems.problem(ConsentProblem.TEMPLATE_UNKNOWN));
  }

  private Response answer(TemplateResult result, Response.Status done) {
    return switch (result) {
      case TemplateResult.Done it ->
          Response.status(done).entity(TemplateView.of(it.template())).build();
      case TemplateResult.Faulty faulty ->
          problems.problem(
              ConsentProblem.TEMPLATE_FAULTY,
              faulty.findings().stream().map(this::reason).toList());
      case TemplateResult.WrongState _ -> problems.problem(ConsentProblem.TEMPLATE_WRONG_STATE);
      case TemplateResult.OwnWork _ -> problems.problem(ConsentProblem.TEMPLATE_OWN_WORK);
      case TemplateResult.ScopeMovedOn _ -> problems.problem(ConsentProblem.SCOPE_MOVED_ON);
      case TemplateResult.Unknown _ -> problems.problem(ConsentProblem.TEMPLATE_UNKNOWN);
    };
  }

  private Reason reason(LintFinding finding) {
    String key = "reason." + finding.code().name();
    return new Reason(
        finding.code().name(),
        finding.code().clauses(),
        messages.text(key) + "（" + finding.where() + "）",
        messages.textEn(key) + " (" + finding.where() + ")");
  }
}
