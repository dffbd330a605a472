package gatehouse.incident.call;

import gatehouse.incident.stop.Stop;
import java.time.Instant;
import java.util.List;

/**
 * One call for an unconfirmed stop.
 *
 * @param epoch of the stop
 * @param rung its place in the call tree, from 1
 * @param role who is called
 * @param missing the gateways that were waited for then
 */
public record Call(
    Stop.Id stop, long epoch, int rung, String role, Instant at, List<Missing.Gateway> missing) {
  public Call {
    missing = List.copyOf(missing);
  }
}
