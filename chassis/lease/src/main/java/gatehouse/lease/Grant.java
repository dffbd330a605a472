package gatehouse.lease;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A lease as it is lent. It lives for {@code ttl} counted from the moment at which the holder
 * <em>sent</em> its request, on the holder's own monotonic clock: so it ends at the holder before
 * the owner believes it to end, and no wall clock matters.
 *
 * @param epoch of the owner; a new one for every start and every change of the instance that lends
 * @param version everything up to it is in these facts or was told before
 * @param complete true: forget everything and take only these; false: these are new
 */
public record Grant(UUID epoch, long version, Duration ttl, boolean complete, List<Fact> facts) {
  public Grant {
    facts = List.copyOf(facts);
  }
}
