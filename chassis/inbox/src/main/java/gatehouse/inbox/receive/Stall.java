package gatehouse.inbox.receive;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Judges one reader by what is seen of it from outside: it has stalled when events of a partition
 * wait and none was taken for too long, however busy it is with the other partitions. While Kafka
 * cannot be asked nothing is held against it. Not thread-safe.
 */
final class Stall {
  /** Where a partition stood, and since when. */
  private record Sighting(long position, long nanos) {}

  private final Duration patience;
  private final Map<Integer, Sighting> waiting = new HashMap<>();

  Stall(Duration patience) {
    this.patience = patience;
  }

  /**
   * Takes a look.
   *
   * @param positions the group's position in each partition that has events waiting
   * @param nanos the time of the look
   * @return whether the reader has stalled
   */
  boolean look(Map<Integer, Long> positions, long nanos) {
    waiting.keySet().retainAll(positions.keySet());
    positions.forEach((partition, position) ->
        waiting.merge(
            partition,
            new Sighting(position, nanos),
            (before, now) -> before.position() == now.position() ? before : now));
    return waiting.values().stream().anyMatch(one -> nanos - one.nanos() > patience.toNanos());
  }

  /** Kafka gave no answer. */
  void blind() {
    waiting.clear();
  }
}
