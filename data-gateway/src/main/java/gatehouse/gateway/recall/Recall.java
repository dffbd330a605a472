package gatehouse.gateway.recall;

import gatehouse.gateway.standing.StopOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * A stop, as far as answers given before it are concerned: whatever it covers needs a person's
 * second look. Lifting the stop does not take that back; reading does.
 *
 * @param stopId incident-service's id of the stop
 * @param value what the kind names; see {@link StopOrder}
 */
public record Recall(String stopId, StopOrder.Kind kind, String value, Instant at) {
  /** An output that needs it, and because of which stop. */
  public record Pending(UUID output, String stopId, Instant since) {}
}
