package gatehouse.consent.consent;

import gatehouse.consent.fact.Facts;
import gatehouse.consent.scope.Scope;
import gatehouse.consent.scope.Scopes;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.template.Template;
import gatehouse.consent.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What a ceremony stands on: the scope, its form, and the person's lock. */
@ApplicationScoped
class ConsentTerms {
  private final Scopes scopes;
  private final Templates templates;
  private final Facts facts;
  private final ConsentEvents events;

  ConsentTerms(Scopes scopes, Templates templates, Facts facts, ConsentEvents events) {
    this.scopes = scopes;
    this.templates = templates;
    this.facts = facts;
    this.events = events;
  }

  void lock(SubjectRef subject) {
    facts.lock(subject);
  }

  Optional<Scope> scope(UUID id) {
    return scopes.find(id);
  }

  /** The form that explains the scope as it is now; one for an older version does not. */
  Optional<Template> published(Scope scope) {
    return templates
        .published(scope.id())
        .filter(template -> template.scopeVersion() == scope.current().number());
  }

  Template template(Consent consent) {
    return templates
        .find(consent.templateId())
        .orElseThrow(() -> new IllegalStateException("a form is never deleted"));
  }

  void tell(Consent consent) {
    events.changed(consent);
  }
}
