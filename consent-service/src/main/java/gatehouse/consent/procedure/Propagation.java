package gatehouse.consent.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which system knows of a withdrawal, and since when.
 *
 * @param enforcedAt since when no gateway can act against it, or null before
 * @param gateways what settled it for each gateway
 * @param holders when each other system acknowledged it
 */
public record Propagation(
    @Nullable Instant enforcedAt, List<Gateway> gateways, Map<String, Instant> holders) {

  /**
   * One gateway.
   *
   * @param how APPLIED: it said so; RAN_OUT: it said nothing, and its lease is over
   */
  public record Gateway(String holder, String how, Instant at) {}

  public Propagation {
    gateways = List.copyOf(gateways);
    holders = Map.copyOf(holders);
  }

  /** When the last of them acknowledged; empty while one is silent. */
  Optional<Instant> allOf(Set<String> registered) {
    Instant last = enforcedAt;
    if (last == null || !holders.keySet().containsAll(registered)) {
      return Optional.empty();
    }
    for (Instant at : holders.values()) {
      last = at.isAfter(last) ? at : last;
    }
    return Optional.of(last);
  }
}
