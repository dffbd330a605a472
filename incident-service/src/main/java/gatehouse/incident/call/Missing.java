package gatehouse.incident.call;

import java.time.Instant;
import java.util.List;

/**
 * Why a stop is unconfirmed.
 *
 * @param since when it was issued
 * @param gateways those that are waited for; empty when no instance of this service lends, so that
 *     nobody could confirm anything
 */
public record Missing(Instant since, List<Gateway> gateways) {
  public Missing {
    gateways = List.copyOf(gateways);
  }

  /**
   * A gateway that has not said that it applied the stop.
   *
   * @param leaseUntil when its lease ends unless it is renewed
   */
  public record Gateway(String gateway, Instant leaseUntil) {}
}
