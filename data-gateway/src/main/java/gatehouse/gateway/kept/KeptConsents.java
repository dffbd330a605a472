package gatehouse.gateway.kept;

import gatehouse.gateway.standing.ConsentAnswer;
import gatehouse.gateway.standing.ConsentQuestion;
import gatehouse.gateway.standing.Consents;
import gatehouse.gateway.standing.OwnerAnswer;
import gatehouse.gateway.standing.OwnerAnswer.Answered;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerLeases;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Consent-service's permits, exactly as it gave them. Consent is never evaluated here: another
 * patient, encounter, purpose or kind of data is another question, and is asked.
 */
@ApplicationScoped
public class KeptConsents {
  private final Consents consents;
  private final Kept<ConsentQuestion, ConsentAnswer> kept;

  public KeptConsents(
      Consents consents,
      OwnerLeases leases,
      Clock clock,
      @ConfigProperty(name = "gatehouse.permit.keep") Duration longest) {
    this.consents = consents;
    this.kept = new Kept<>(clock, System::nanoTime, longest);
    leases.onForgetting((owner, grant) -> {
      if (owner == Owner.CONSENT) {
        kept.apply(grant);
      }
    });
  }

  /** What memory holds; the caller makes sure that the lease lives. */
  public Optional<ConsentAnswer> find(ConsentQuestion question) {
    return kept.find(question);
  }

  /** Asks consent-service, and keeps a permit. */
  public OwnerAnswer<ConsentAnswer> ask(ConsentQuestion question) {
    long mark = kept.mark();
    OwnerAnswer<ConsentAnswer> answer = consents.ask(question);
    if (answer instanceof Answered<ConsentAnswer>(ConsentAnswer said)
        && said.decision() == ConsentAnswer.Decision.PERMIT) {
      Concern concern = new Concern(question.application(), null, question.subject().value(), null);
      kept.keep(question, said, concern, said.validUntil(), mark);
    }
    return answer;
  }
}
