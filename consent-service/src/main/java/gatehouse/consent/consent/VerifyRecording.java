package gatehouse.consent.consent;

import gatehouse.clauses.Clause;
import gatehouse.consent.consent.ConsentResult.Lacking;
import gatehouse.consent.consent.ConsentResult.Unknown;
import gatehouse.consent.consent.ConsentResult.WrongState;
import gatehouse.consent.consent.ConsentState.PendingEvidence;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.text.TextDigest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lets a second person listen to a spoken yes. */
@ApplicationScoped
@Clause("E-31")
public class VerifyRecording {
  private final Consents consents;
  private final ConsentTerms terms;
  private final ConsentFacts facts;
  private final Clock clock;

  VerifyRecording(Consents consents, ConsentTerms terms, ConsentFacts facts, Clock clock) {
    this.consents = consents;
    this.terms = terms;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Confirms the recording; the yes counts from when it was spoken, unless a no came since.
   *
   * @param digest of the recording as the verifier found it in the archive
   * @param seconds how long it runs
   * @param verifier who listened ({@code sub} of the token)
   */
  @Transactional
  public ConsentResult verify(UUID id, TextDigest digest, int seconds, String verifier) {
    Optional<SubjectRef> subject = consents.subjectOf(id);
    subject.ifPresent(terms::lock);
    return subject
        .flatMap(_ -> consents.find(id))
        .map(consent -> verified(consent, digest, seconds, verifier))
        .orElseGet(Unknown::new);
  }

  private ConsentResult verified(Consent consent, TextDigest digest, int seconds, String verifier) {
    if (!(consent.state() instanceof PendingEvidence pending)) {
      return new WrongState(consent);
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    List<Shortfall> shortfalls = shortfalls(pending, digest, seconds, verifier, now);
    if (!shortfalls.isEmpty()) {
      return new Lacking(shortfalls);
    }
    return facts.grant(consent, pending.signature(), now, (_, endsAt) -> pending.verified(endsAt));
  }

  private static List<Shortfall> shortfalls(
      PendingEvidence pending, TextDigest digest, int seconds, String verifier, Instant now) {
    List<Shortfall> found = new ArrayList<>();
    if (pending.isLapsed(now)) {
      found.add(Shortfall.RECORDING_LAPSED);
    }
    if (!pending.signature().digest().equals(digest)) {
      found.add(Shortfall.RECORDING_DIFFERS);
    }
    if (seconds <= 0) {
      found.add(Shortfall.RECORDING_EMPTY);
    }
    if (pending.signature().collectedBy().equals(verifier)) {
      found.add(Shortfall.SAME_PERSON);
    }
    return found;
  }
}
