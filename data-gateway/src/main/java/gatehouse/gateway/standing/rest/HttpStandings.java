package gatehouse.gateway.standing.rest;

import gatehouse.gateway.standing.OwnerAnswer;
import gatehouse.gateway.standing.Standing;
import gatehouse.gateway.standing.StandingQuestion;
import gatehouse.gateway.standing.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@ApplicationScoped
class HttpStandings implements Standings {
  private final AdmissionClient client;

  HttpStandings(@RestClient AdmissionClient client) {
    this.client = client;
  }

  @Override
  public OwnerAnswer<Standing> ask(StandingQuestion question) {
    return Asking.ask(
        OwnerAnswer.Owner.ADMISSION,
        () -> client.ask(StandingWire.Request.of(question)).toStanding());
  }
}
