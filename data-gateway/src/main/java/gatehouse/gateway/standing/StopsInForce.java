package gatehouse.gateway.standing;

import java.util.List;

/**
 * All stops that are not lifted, as incident-service knows them.
 *
 * @param epoch the owner's counter at the time of the answer
 */
public record StopsInForce(long epoch, List<StopOrder> orders) {
  public StopsInForce {
    orders = List.copyOf(orders);
  }
}
