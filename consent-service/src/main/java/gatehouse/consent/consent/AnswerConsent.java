package gatehouse.consent.consent;

import gatehouse.clauses.Clause;
import gatehouse.consent.consent.ConsentResult.Done;
import gatehouse.consent.consent.ConsentResult.Lacking;
import gatehouse.consent.consent.ConsentResult.Unknown;
import gatehouse.consent.consent.ConsentResult.WrongState;
import gatehouse.consent.consent.ConsentState.Presented;
import gatehouse.consent.consent.ConsentState.Signature;
import gatehouse.consent.fact.ConsentForm;
import gatehouse.consent.fact.Covers;
import gatehouse.consent.fact.Said;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.template.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes the person's yes or no to the form before them. */
@ApplicationScoped
@Clause({"G-37", "G-41", "E-30", "E-31"})
public class AnswerConsent {
  private final Consents consents;
  private final ConsentTerms terms;
  private final ConsentFacts facts;
  private final EndConsents endConsents;
  private final Clock clock;

  AnswerConsent(
      Consents consents,
      ConsentTerms terms,
      ConsentFacts facts,
      EndConsents endConsents,
      Clock clock) {
    this.consents = consents;
    this.terms = terms;
    this.facts = facts;
    this.endConsents = endConsents;
    this.clock = clock;
  }

  /** The person says yes. By word of mouth it counts only once the recording is verified. */
  @Transactional
  public ConsentResult grant(UUID id, Signing signing) {
    return locked(id).map(consent -> granted(consent, signing)).orElseGet(Unknown::new);
  }

  /** The person says no; effective at once, at every tier. */
  @Transactional
  public ConsentResult refuse(UUID id) {
    return locked(id).map(this::refused).orElseGet(Unknown::new);
  }

  private Optional<Consent> locked(UUID id) {
    Optional<SubjectRef> subject = consents.subjectOf(id);
    subject.ifPresent(terms::lock);
    return subject.flatMap(_ -> consents.find(id));
  }

  private ConsentResult granted(Consent consent, Signing signing) {
    if (!(consent.state() instanceof Presented presented)) {
      return new WrongState(consent);
    }
    Instant now = now();
    Template template = terms.template(consent);
    List<Shortfall> missing = SigningRules.missing(signing, template, now);
    if (!missing.isEmpty()) {
      return new Lacking(missing);
    }
    Signature signature = signature(signing, now);
    if (facts.saidNoSince(consent, signature.signedAt())) {
      return new Lacking(List.of(Shortfall.NO_WAS_SAID_SINCE));
    }
    return signing.form() == ConsentForm.ORAL
        ? spoken(consent, presented, signature, now)
        : facts.grant(consent, signature, now, presented::granted);
  }

  private Done spoken(Consent consent, Presented presented, Signature signature, Instant now) {
    Consent pending = consent.in(presented.spoken(signature));
    consents.save(pending);
    facts.add(pending, new Said.SpokenYes(pending.id()), signature.signedAt(), now);
    terms.tell(pending);
    return new Done(pending);
  }

  private ConsentResult refused(Consent consent) {
    if (!(consent.state() instanceof Presented presented)) {
      return new WrongState(consent);
    }
    Instant now = facts.notBefore(consent.subject(), now());
    Consent refused = consent.in(presented.refused(now));
    consents.save(refused);
    facts.add(refused, new Said.Refused(refused.id()), now, now);
    terms.tell(refused);
    // A no to the new form is no consent to go on under the old one.
    endConsents.withdraw(
        refused.subject(), new Covers.OneScope(refused.scopeId(), refused.atom()), now);
    return new Done(refused);
  }

  private static Signature signature(Signing signing, Instant now) {
    Instant signedAt = signing.signedAt();
    return new Signature(
        signing.form(),
        signedAt == null ? now : signedAt.truncatedTo(ChronoUnit.MICROS),
        signing.evidence().kind(),
        signing.evidence().digest(),
        signing.collectedBy());
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }
}
