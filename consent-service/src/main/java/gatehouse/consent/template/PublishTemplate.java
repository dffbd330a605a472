package gatehouse.consent.template;

import gatehouse.clauses.Clause;
import gatehouse.consent.scope.Scope;
import gatehouse.consent.scope.Scopes;
import gatehouse.consent.template.TemplateResult.Done;
import gatehouse.consent.template.TemplateResult.Faulty;
import gatehouse.consent.template.TemplateResult.OwnWork;
import gatehouse.consent.template.TemplateResult.ScopeMovedOn;
import gatehouse.consent.template.TemplateResult.Unknown;
import gatehouse.consent.template.TemplateResult.WrongState;
import gatehouse.consent.template.TemplateState.Linted;
import gatehouse.consent.template.TemplateState.Published;
import gatehouse.consent.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts a form before people, and takes it away again. */
@ApplicationScoped
@Clause({"G-38", "G-39", "G-40", "G-41", "E-34"})
public class PublishTemplate {
  private final Templates templates;
  private final Scopes scopes;
  private final Texts texts;
  private final TemplateEvents events;
  private final Clock clock;

  PublishTemplate(
      Templates templates, Scopes scopes, Texts texts, TemplateEvents events, Clock clock) {
    this.templates = templates;
    this.scopes = scopes;
    this.texts = texts;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Publishes the form in place of the one before. A second person does it: whoever wrote a text
   * does not see how it misleads.
   */
  @Transactional
  public TemplateResult publish(UUID id, EthicsApproval approval, String by) {
    return templates
        .locked(id)
        .map(template -> published(template, approval, by))
        .orElseGet(Unknown::new);
  }

  /** Shows the form no longer; who signed it stays covered. */
  @Transactional
  public TemplateResult retire(UUID id) {
    return templates
        .locked(id)
        .map(template ->
            template.state() instanceof Published published
                ? ended(template.in(published.retired(now())))
                : new WrongState(template))
        .orElseGet(Unknown::new);
  }

  private TemplateResult published(Template template, EthicsApproval approval, String by) {
    if (!(template.state() instanceof Linted linted)) {
      return new WrongState(template);
    }
    if (template.author().equals(by)) {
      return new OwnWork();
    }
    // The scope is held, so that no revision slips between this check and the publication.
    Optional<Scope> scope = scopes.locked(template.scopeId());
    if (scope.isEmpty()
        || scope.get().isClosed()
        || scope.get().current().number() != template.scopeVersion()) {
      return new ScopeMovedOn();
    }
    // Rules may have become stricter since the form was linted.
    List<LintFinding> findings = Lint.check(template.text(), template.tier(), template.kind());
    return findings.isEmpty() ? shown(template, linted, approval, by) : new Faulty(findings);
  }

  private Done shown(Template template, Linted linted, EthicsApproval approval, String by) {
    Instant now = now();
    templates
        .published(template.scopeId())
        .flatMap(old -> templates.locked(old.id()))
        .ifPresent(old -> supersede(old, now));
    Template shown = template.in(linted.published(approval, by, now));
    texts.add(shown.text().canonical());
    templates.save(shown);
    events.published(shown);
    return new Done(shown);
  }

  private void supersede(Template old, Instant now) {
    if (old.state() instanceof Published published) {
      ended(old.in(published.superseded(now)));
    }
  }

  private Done ended(Template template) {
    templates.save(template);
    events.ended(template);
    return new Done(template);
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }
}
