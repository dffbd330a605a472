package gatehouse.lease.owner;

import gatehouse.lease.Fact;
import gatehouse.lease.Grant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * A lease over HTTP.
 *
 * @param epoch of the owner; when it differs from the holder's, the holder starts anew
 * @param version everything up to it is told
 * @param ttlMillis counted by the holder from the moment it sent its request
 * @param complete true: forget everything and take only these facts
 */
public record LeaseView(
    UUID epoch, long version, long ttlMillis, boolean complete, List<FactView> facts) {

  /**
   * One fact.
   *
   * @param about what the key names, such as {@code APPLICATION}
   * @param details more, by name
   */
  public record FactView(
      long version, String about, String key, SortedMap<String, String> details) {}

  static LeaseView of(Grant grant) {
    return new LeaseView(
        grant.epoch(),
        grant.version(),
        grant.ttl().toMillis(),
        grant.complete(),
        grant.facts().stream().map(LeaseView::of).toList());
  }

  private static FactView of(Fact fact) {
    return new FactView(fact.version(), fact.about(), fact.key(), fact.details());
  }
}
