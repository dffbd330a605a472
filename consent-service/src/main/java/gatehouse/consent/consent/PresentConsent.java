package gatehouse.consent.consent;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.Applications;
import gatehouse.consent.application.KnownApplication;
import gatehouse.consent.application.Tier;
import gatehouse.consent.consent.ConsentResult.Lacking;
import gatehouse.consent.consent.ConsentResult.Shown;
import gatehouse.consent.consent.ConsentResult.Unknown;
import gatehouse.consent.consent.ConsentState.Presented;
import gatehouse.consent.fact.Atom;
import gatehouse.consent.scope.Scope;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.template.Template;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts the form of a scope before a person. */
@ApplicationScoped
@Clause({"G-34", "G-37"})
public class PresentConsent {
  private final Consents consents;
  private final ConsentTerms terms;
  private final Applications applications;
  private final Ids ids;
  private final Clock clock;

  PresentConsent(
      Consents consents, ConsentTerms terms, Applications applications, Ids ids, Clock clock) {
    this.consents = consents;
    this.terms = terms;
    this.applications = applications;
    this.ids = ids;
    this.clock = clock;
  }

  /** Starts a ceremony with the form that is published for the scope. */
  @Transactional
  public ConsentResult present(SubjectRef subject, UUID scopeId, Consent.Channel channel) {
    Optional<Scope> scope = terms.scope(scopeId);
    if (scope.isEmpty()) {
      return new Unknown();
    }
    if (scope.get().isClosed()) {
      return new Lacking(List.of(Shortfall.SCOPE_CLOSED));
    }
    terms.lock(subject);
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    Optional<Template> template = terms.published(scope.get());
    if (template.isEmpty()) {
      return new Lacking(List.of(Shortfall.TEMPLATE_MISSING));
    }
    if (template.get().tier().compareTo(tier(scope.get(), now)) < 0) {
      return new Lacking(List.of(Shortfall.TEMPLATE_TOO_WEAK));
    }
    Consent consent = presented(subject, scope.get(), template.get(), channel, now);
    consents.add(consent);
    terms.tell(consent);
    return new Shown(consent, template.get());
  }

  private Tier tier(Scope scope, Instant now) {
    return applications
        .knownAt(scope.application(), now)
        .map(KnownApplication::tier)
        .orElse(Tier.HIGH);
  }

  private Consent presented(
      SubjectRef subject, Scope scope, Template template, Consent.Channel channel, Instant now) {
    return new Consent(
        ids.next(),
        subject,
        scope.id(),
        template.scopeVersion(),
        new Atom(scope.application(), scope.purpose()),
        template.id(),
        template.digest(),
        channel,
        now,
        new Presented(now),
        nextVersion(subject, scope));
  }

  /** Goes on from the person's older consents to the scope: on the topic they share one key. */
  private long nextVersion(SubjectRef subject, Scope scope) {
    return 1
        + consents.of(subject).stream()
            .filter(older -> older.scopeId().equals(scope.id()))
            .mapToLong(Consent::version)
            .max()
            .orElse(0);
  }
}
