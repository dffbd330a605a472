package gatehouse.incident.stop.rest;

import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopReason;
import gatehouse.incident.stop.StopScope;
import gatehouse.incident.stop.StopState;
import gatehouse.incident.stop.StopsInForce;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * For enforcement points: all that is stopped.
 *
 * @param epoch to ask with next time
 * @param inForce always complete; an order that is not in it is not in force
 * @param lifted since the epoch asked with
 * @param drills always complete; to be applied like a stop of the application
 */
record StopsInForceView(
    long epoch, List<Order> inForce, List<UUID> lifted, List<DrillOrder> drills) {

  /** One drill that runs. */
  record DrillOrder(
      UUID drillId, long epoch, String application, ManualRoute manualRoute, Instant startedAt) {}

  /** One order in force. */
  record Order(
      UUID stopId,
      long epoch,
      StopScope scope,
      StopReason reasonCode,
      ManualRoute manualRoute,
      Instant issuedAt,
      StopState.StopStateName state) {

    static Order of(Stop stop) {
      return new Order(
          stop.id().value(),
          stop.epoch(),
          stop.scope(),
          stop.reason(),
          stop.manualRoute(),
          stop.issued().at(),
          stop.state().name());
    }
  }

  static StopsInForceView of(StopsInForce stops) {
    return new StopsInForceView(
        stops.epoch(),
        stops.inForce().stream().map(Order::of).toList(),
        stops.lifted().stream().map(Stop.Id::value).toList(),
        stops.drills().stream()
            .map(drill ->
                new DrillOrder(
                    drill.id(),
                    drill.epoch(),
                    drill.application(),
                    drill.manualRoute(),
                    drill.startedAt()))
            .toList());
  }
}
