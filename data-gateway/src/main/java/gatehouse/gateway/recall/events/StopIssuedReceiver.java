package gatehouse.gateway.recall.events;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.clauses.Clause;
import gatehouse.gateway.recall.Recall;
import gatehouse.gateway.recall.Recalls;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.standing.StopOrder;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import jakarta.enterprise.context.ApplicationScoped;

/** A stop recalls what its application said before it. */
@ApplicationScoped
@Clause("G-28")
class StopIssuedReceiver implements Receiver {
  private static final String ISSUED = "gatehouse.incident.stop.issued.v1";

  private final Recalls recalls;

  StopIssuedReceiver(Recalls recalls) {
    this.recalls = recalls;
  }

  @Override
  public String topic() {
    return "incident.stop.v1";
  }

  @Override
  public void receive(ReceivedEvent event) {
    if (ISSUED.equals(event.type())) {
      JsonNode scope = event.data().path("scope");
      recalls.add(
          new Recall(
              event.data().path("stopId").asText(),
              ApplicationFacts.known(StopOrder.Kind.class, scope.path("kind").textValue()),
              scope.path("value").asText(""),
              event.time()));
    }
  }
}
