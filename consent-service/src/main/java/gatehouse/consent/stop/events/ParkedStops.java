package gatehouse.consent.stop.events;

import gatehouse.clauses.Clause;
import gatehouse.consent.stop.UnreadStops;
import gatehouse.inbox.receive.Parked;
import jakarta.enterprise.context.ApplicationScoped;

/** What is parked of the topic that carries the stops. */
@ApplicationScoped
@Clause("G-51")
class ParkedStops implements UnreadStops {
  private final Parked parked;

  ParkedStops(Parked parked) {
    this.parked = parked;
  }

  @Override
  public boolean any() {
    return parked.holdsAny(StopListener.TOPIC);
  }
}
