package gatehouse.gateway.standing.events;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.standing.ManualRoute;
import gatehouse.gateway.standing.StopCopy;
import gatehouse.gateway.standing.StopOrder;
import gatehouse.inbox.ReceivedEvent;
import gatehouse.inbox.Receiver;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Applies {@code incident.stop.v1} to the copy. An event that cannot be read is parked with an
 * alarm and counts as a stop of everything until the owner itself is heard.
 */
@ApplicationScoped
class StopReceiver implements Receiver {
  private static final String ISSUED = "gatehouse.incident.stop.issued.v1";

  private final StopCopy copy;

  StopReceiver(StopCopy copy) {
    this.copy = copy;
  }

  @Override
  public String topic() {
    return "incident.stop.v1";
  }

  @Override
  public void receive(ReceivedEvent event) {
    // Of a lift only the owner's lease is believed: an event may deny, never permit.
    if (event.type().equals(ISSUED)) {
      copy.issued(order(event.data()));
    }
  }

  @Override
  public void parked(String key) {
    copy.doubt(key);
  }

  private static StopOrder order(JsonNode data) {
    JsonNode scope = data.path("scope");
    return new StopOrder(
        text(data, "stopId"),
        data.path("epoch").asLong(),
        ApplicationFacts.known(StopOrder.Kind.class, scope.path("kind").textValue()),
        scope.path("value").asText(""),
        route(data.path("manualRoute")));
  }

  private static @Nullable ManualRoute route(JsonNode route) {
    return route.hasNonNull("zh")
        ? new ManualRoute(route.path("zh").asText(), route.path("en").asText())
        : null;
  }

  private static String text(JsonNode data, String name) {
    String value = data.path(name).textValue();
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the event lacks " + name);
    }
    return value;
  }
}
