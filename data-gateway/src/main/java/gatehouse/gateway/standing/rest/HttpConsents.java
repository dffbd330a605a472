package gatehouse.gateway.standing.rest;

import gatehouse.gateway.standing.ConsentAnswer;
import gatehouse.gateway.standing.ConsentQuestion;
import gatehouse.gateway.standing.Consents;
import gatehouse.gateway.standing.OwnerAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@ApplicationScoped
class HttpConsents implements Consents {
  private final ConsentClient client;

  HttpConsents(@RestClient ConsentClient client) {
    this.client = client;
  }

  @Override
  public OwnerAnswer<ConsentAnswer> ask(ConsentQuestion question) {
    return Asking.ask(
        OwnerAnswer.Owner.CONSENT, () -> client.ask(ConsentWire.Request.of(question)).toAnswer());
  }
}
