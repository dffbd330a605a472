package gatehouse.inbox.receive;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;

/**
 * For how long the broker may still deliver an event again. It deletes whole segments, so a record
 * lives until its segment is closed and then for the retention; a day is added for clocks and for
 * the broker's own laziness. A topic that is compacted, or kept for ever or by size only, may
 * deliver for ever.
 */
final class Horizon {
  private static final Duration MARGIN = Duration.ofDays(1);

  /** The database refuses to forget anything younger than 8 days; the clocks may differ. */
  private static final Duration LEAST = Duration.ofDays(9);

  private Horizon() {}

  /** How long an event must be remembered; empty means for ever. */
  static Optional<Duration> of(Map<String, String> topicSettings) {
    long retention = number(topicSettings, TopicConfig.RETENTION_MS_CONFIG);
    long segment = number(topicSettings, TopicConfig.SEGMENT_MS_CONFIG);
    String cleanup = topicSettings.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "");
    if (!cleanup.equals(TopicConfig.CLEANUP_POLICY_DELETE) || retention < 0 || segment < 0) {
      return Optional.empty();
    }
    Duration horizon = Duration.ofMillis(retention).plusMillis(segment).plus(MARGIN);
    return Optional.of(horizon.compareTo(LEAST) < 0 ? LEAST : horizon);
  }

  private static long number(Map<String, String> settings, String name) {
    try {
      return Long.parseLong(settings.getOrDefault(name, "-1"));
    } catch (NumberFormatException _) {
      return -1;
    }
  }
}
