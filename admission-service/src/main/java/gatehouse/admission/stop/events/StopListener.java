package gatehouse.admission.stop.events;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.admission.stop.StopOrder;
import gatehouse.admission.stop.Stops;
import gatehouse.clauses.Clause;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/**
 * Takes over stops and liftings. On this topic trouble denies: a stop that cannot be understood is
 * read as a stop of everything, and so is whatever of it is parked ({@link ParkedStops}).
 */
@ApplicationScoped
class StopListener implements Receiver {
  static final String TOPIC = "incident.stop.v1";

  private static final String ISSUED = "gatehouse.incident.stop.issued.v1";
  private static final String LIFTED = "gatehouse.incident.stop.lifted.v1";

  private final Stops stops;

  StopListener(Stops stops) {
    this.stops = stops;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  @Clause("G-51")
  public void receive(ReceivedEvent event) {
    switch (event.type()) {
      case ISSUED -> stops.issued(orderOf(event));
      case LIFTED -> stops.lifted(stopIdOf(event));
      default -> {
        // Other facts about stops change nothing here.
      }
    }
  }

  private static StopOrder orderOf(ReceivedEvent event) {
    JsonNode scope = event.data().path("scope");
    String kind = scope.path("kind").asText();
    String value = scope.path("value").asText();
    boolean known =
        Arrays.stream(StopOrder.Kind.values()).anyMatch(other -> other.name().equals(kind));
    boolean understood = known && (kind.equals("ALL") || !value.isBlank());
    return new StopOrder(
        stopIdOf(event),
        event.data().path("epoch").asLong(),
        understood ? StopOrder.Kind.valueOf(kind) : StopOrder.Kind.ALL,
        understood ? value : null);
  }

  private static String stopIdOf(ReceivedEvent event) {
    String id = event.data().path("stopId").asText();
    return id.isBlank() ? event.subject() : id;
  }
}
