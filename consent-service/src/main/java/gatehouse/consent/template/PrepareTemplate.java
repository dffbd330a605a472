package gatehouse.consent.template;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.Tier;
import gatehouse.consent.scope.Scope;
import gatehouse.consent.scope.Scopes;
import gatehouse.consent.template.TemplateResult.Done;
import gatehouse.consent.template.TemplateResult.Faulty;
import gatehouse.consent.template.TemplateResult.ScopeMovedOn;
import gatehouse.consent.template.TemplateResult.Unknown;
import gatehouse.consent.template.TemplateResult.WrongState;
import gatehouse.consent.template.TemplateState.Draft;
import gatehouse.consent.template.TemplateState.Linted;
import gatehouse.consent.template.TemplateState.Published;
import gatehouse.consent.template.TemplateState.Retired;
import gatehouse.consent.template.TemplateState.Superseded;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes a form and finds it in order. */
@ApplicationScoped
@Clause({"G-38", "G-39", "G-40", "G-41"})
public class PrepareTemplate {
  private final Templates templates;
  private final Scopes scopes;
  private final TemplateEvents events;
  private final Ids ids;

  PrepareTemplate(Templates templates, Scopes scopes, TemplateEvents events, Ids ids) {
    this.templates = templates;
    this.scopes = scopes;
    this.events = events;
    this.ids = ids;
  }

  /** Starts a form for the present version of the scope. */
  @Transactional
  public TemplateResult draft(UUID scopeId, Tier tier, TemplateText text, String author) {
    Optional<Scope> found = scopes.find(scopeId);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Scope scope = found.get();
    if (scope.isClosed()) {
      return new ScopeMovedOn();
    }
    Template template =
        new Template(
            ids.next(),
            scopeId,
            scope.current().number(),
            scope.kind(),
            tier,
            text,
            author,
            new Draft(),
            1);
    templates.add(template);
    events.prepared(template);
    return new Done(template);
  }

  /** Writes another text, as long as nobody was shown the old one. */
  @Transactional
  public TemplateResult rewrite(UUID id, TemplateText text, String author) {
    return templates
        .locked(id)
        .map(template ->
            switch (template.state()) {
              case Draft _, Linted _ -> saved(template.saying(text, author));
              case Published _, Superseded _, Retired _ -> new WrongState(template);
            })
        .orElseGet(Unknown::new);
  }

  /** Checks the form; in order, it may be published. */
  @Transactional
  public TemplateResult lint(UUID id) {
    return templates.locked(id).map(this::linted).orElseGet(Unknown::new);
  }

  private TemplateResult linted(Template template) {
    if (!(template.state() instanceof Draft draft)) {
      return new WrongState(template);
    }
    List<LintFinding> findings = Lint.check(template.text(), template.tier(), template.kind());
    return findings.isEmpty() ? saved(template.in(draft.linted())) : new Faulty(findings);
  }

  private TemplateResult saved(Template template) {
    templates.save(template);
    events.prepared(template);
    return new Done(template);
  }
}
