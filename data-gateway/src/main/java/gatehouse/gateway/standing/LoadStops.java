package gatehouse.gateway.standing;

import gatehouse.gateway.standing.OwnerAnswer.Answered;
import jakarta.enterprise.context.ApplicationScoped;

/** Fills the copy of the stops from their owner. */
@ApplicationScoped
public class LoadStops {
  private final Stops stops;
  private final StopCopy copy;

  public LoadStops(Stops stops, StopCopy copy) {
    this.stops = stops;
    this.copy = copy;
  }

  /** Asks once; without an answer the copy stays as it is. */
  public void load() {
    if (stops.ask(copy.epoch()) instanceof Answered<StopsInForce>(StopsInForce answer)) {
      copy.refresh(answer);
    }
  }
}
