package gatehouse.gateway.kept;

import gatehouse.gateway.standing.ConsentAnswer;
import gatehouse.gateway.standing.ConsentQuestion;
import gatehouse.gateway.standing.Consents;
import gatehouse.gateway.standing.OwnerAnswer;
import gatehouse.gateway.standing.OwnerAnswer.Answered;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerLeases;
import gatehouse.pseudonym.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Consent-service's permits, exactly as it gave them. Consent is never evaluated here: another
 * patient, encounter, purpose or kind of data is another question, and is asked. An encounter is
 * remembered by its reference: what the caller said is forgotten with the call.
 */
@ApplicationScoped
public class KeptConsents {
  private static final String ENCOUNTER = "encounter";

  private final Consents consents;
  private final Pseudonyms pseudonyms;
  private final Kept<ConsentQuestion, ConsentAnswer> kept;

  public KeptConsents(
      Consents consents,
      OwnerLeases leases,
      Pseudonyms pseudonyms,
      Clock clock,
      @ConfigProperty(name = "gatehouse.permit.keep") Duration longest) {
    this.consents = consents;
    this.pseudonyms = pseudonyms;
    this.kept = new Kept<>(clock, System::nanoTime, longest);
    leases.onForgetting((owner, grant) -> {
      if (owner == Owner.CONSENT) {
        kept.apply(grant);
      }
    });
  }

  /** What memory holds; the caller makes sure that the lease lives. */
  public Optional<ConsentAnswer> find(ConsentQuestion question) {
    return kept.find(remembered(question));
  }

  /** Asks consent-service, and keeps a permit. */
  public OwnerAnswer<ConsentAnswer> ask(ConsentQuestion question) {
    long mark = kept.mark();
    OwnerAnswer<ConsentAnswer> answer = consents.ask(question);
    if (answer instanceof Answered<ConsentAnswer>(ConsentAnswer said)
        && said.decision() == ConsentAnswer.Decision.PERMIT) {
      Concern concern = new Concern(question.application(), null, question.subject().value(), null);
      kept.keep(remembered(question), said, concern, said.validUntil(), mark);
    }
    return answer;
  }

  private ConsentQuestion remembered(ConsentQuestion question) {
    return new ConsentQuestion(
        question.application(),
        question.tier(),
        question.subject(),
        question.encounter() == null
            ? null
            : pseudonyms.of(ENCOUNTER, question.encounter()).value(),
        question.purpose(),
        question.categories());
  }
}
