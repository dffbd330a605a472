package gatehouse.consent.consent;

import gatehouse.consent.consent.ConsentResult.Done;
import gatehouse.consent.consent.ConsentState.Active;
import gatehouse.consent.consent.ConsentState.Signature;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.fact.Fact;
import gatehouse.consent.fact.Facts;
import gatehouse.consent.fact.Said;
import gatehouse.consent.scope.ScopeTerms;
import gatehouse.consent.scope.ScopeVersion;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes down what a person said in a ceremony, where the decision finds it. */
@ApplicationScoped
class ConsentFacts {
  private final Facts facts;
  private final Consents consents;
  private final ConsentTerms terms;
  private final Ids ids;

  ConsentFacts(Facts facts, Consents consents, ConsentTerms terms, Ids ids) {
    this.facts = facts;
    this.consents = consents;
    this.terms = terms;
    this.ids = ids;
  }

  /** The step into ACTIVE, which a ceremony takes from either of two states. */
  @FunctionalInterface
  interface Step {
    Active activate(Signature signature, @Nullable Instant endsAt);
  }

  /** Makes the consent active in the place of older ones to the same scope. */
  Done grant(Consent consent, Signature signature, Instant now, Step step) {
    ScopeTerms signed = signedTerms(consent);
    Integer days = signed.periodDays();
    Instant endsAt = days == null ? null : signature.signedAt().plus(Duration.ofDays(days));
    supersedeOlder(consent, now);
    Consent active = consent.in(step.activate(signature, endsAt));
    consents.save(active);
    Said.Granted granted =
        new Said.Granted(
            active.id(),
            active.version(),
            active.scopeId(),
            active.scopeVersion(),
            signed.categories(),
            signature.form(),
            active.text(),
            endsAt);
    add(active, granted, signature.signedAt(), now);
    terms.tell(active);
    return new Done(active);
  }

  void add(Consent consent, Said said, Instant signedAt, Instant now) {
    facts.add(
        new Fact(
            ids.next(),
            consent.subject(),
            new Covers.OneScope(consent.scopeId(), consent.atom()),
            said,
            signedAt,
            now));
  }

  /**
   * The time, but never before anything that the person said: a no must be newer than the yes it
   * ends even where two machines' clocks differ.
   */
  Instant notBefore(SubjectRef subject, Instant now) {
    return facts.of(subject).stream()
        .map(Fact::signedAt)
        .reduce(now, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** Whether the person said no to it at that time or later: a late entry cannot undo that. */
  boolean saidNoSince(Consent consent, Instant time) {
    return facts.of(consent.subject()).stream()
        .filter(fact -> fact.said() instanceof Said.No && fact.covers().includes(consent.atom()))
        .anyMatch(fact -> !fact.signedAt().isBefore(time));
  }

  private void supersedeOlder(Consent consent, Instant now) {
    for (Consent other : consents.of(consent.subject())) {
      if (other.scopeId().equals(consent.scopeId())
          && !other.id().equals(consent.id())
          && other.state() instanceof Active active) {
        Consent superseded = other.in(active.superseded(now));
        consents.save(superseded);
        terms.tell(superseded);
      }
    }
  }

  private ScopeTerms signedTerms(Consent consent) {
    return terms
        .scope(consent.scopeId())
        .flatMap(scope -> scope.version(consent.scopeVersion()))
        .map(ScopeVersion::terms)
        .orElseThrow(() -> new IllegalStateException("a scope's version is never deleted"));
  }
}
