package gatehouse.gateway.standing.rest;

import static gatehouse.gateway.standing.rest.UnreadableAnswerException.unlessPresent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import gatehouse.gateway.standing.ApplicationFacts;
import gatehouse.gateway.standing.StopOrder;
import gatehouse.gateway.standing.StopsInForce;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wire shapes of {@code GET /v1/stops}. */
final class StopsWire {
  private StopsWire() {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record View(@Nullable Long epoch, @Nullable List<Order> inForce) {
    StopsInForce toStops() {
      return new StopsInForce(
          unlessPresent(epoch, "epoch"),
          unlessPresent(inForce, "inForce").stream().map(Order::toOrder).toList());
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Order(
      @Nullable String stopId,
      @Nullable Long epoch,
      @Nullable Scope scope,
      StandingWire.@Nullable TextWire manualRoute) {
    StopOrder toOrder() {
      Scope reach = unlessPresent(scope, "scope");
      return new StopOrder(
          unlessPresent(stopId, "stopId"),
          unlessPresent(epoch, "epoch"),
          ApplicationFacts.known(StopOrder.Kind.class, reach.kind()),
          reach.value() == null ? "" : reach.value(),
          StandingWire.TextWire.toRoute(manualRoute));
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Scope(@Nullable String kind, @Nullable String value) {}
}
