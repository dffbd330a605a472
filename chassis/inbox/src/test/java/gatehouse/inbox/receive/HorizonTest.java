package gatehouse.inbox.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HorizonTest {
  @Test
  void anEventLivesUntilItsSegmentClosesAndThenForTheRetention() {
    assertThat(Horizon.of(topic("delete", "604800000", "259200000"))).contains(Duration.ofDays(11));
    assertThat(Horizon.of(topic("delete", "1000", "1000"))).contains(Duration.ofDays(9));
  }

  @Test
  void whatIsCompactedOrKeptForEverIsNeverForgotten() {
    assertThat(Horizon.of(topic("compact", "604800000", "86400000"))).isEmpty();
    assertThat(Horizon.of(topic("compact,delete", "604800000", "86400000"))).isEmpty();
    assertThat(Horizon.of(topic("delete", "-1", "86400000"))).isEmpty();
    assertThat(Horizon.of(Map.of())).isEmpty();
    assertThat(Horizon.of(topic("delete", "soon", "86400000"))).isEmpty();
  }

  private static Map<String, String> topic(String cleanup, String retention, String segment) {
    return Map.of("cleanup.policy", cleanup, "retention.ms", retention, "segment.ms", segment);
  }
}
