package gatehouse.gateway.standing.rest;

import gatehouse.gateway.standing.OwnerAnswer;
import gatehouse.gateway.standing.Stops;
import gatehouse.gateway.standing.StopsInForce;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@ApplicationScoped
class HttpStops implements Stops {
  private final IncidentClient client;

  HttpStops(@RestClient IncidentClient client) {
    this.client = client;
  }

  @Override
  public OwnerAnswer<StopsInForce> ask(long since) {
    return Asking.ask(OwnerAnswer.Owner.INCIDENT, () -> client.since(since).toStops());
  }
}
