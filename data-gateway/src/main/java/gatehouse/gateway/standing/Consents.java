package gatehouse.gateway.standing;

/** Consent-service, asked. */
public interface Consents {
  /** What consent-service decides now. Never throws: no answer is an answer. */
  OwnerAnswer<ConsentAnswer> ask(ConsentQuestion question);
}
