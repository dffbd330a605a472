package gatehouse.faults.egress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.faults.egress.Confirmed.Read;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The owner's own word counts: its resource is read later than it became true. */
class ConfirmedTest {
  private static final long NOW = 5_000_000_000L;
  private static final Instant WALL = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void isTrueSinceTheOwnerSaysSo() throws Exception {
    Confirmed confirmed = Confirmed.of(enforced(WALL.minusMillis(30)), new Read(NOW, WALL));

    assertThat(confirmed).isEqualTo(new Confirmed(2, NOW - Duration.ofMillis(30).toNanos()));
  }

  @Test
  void isTrueWhenItWasReadAtTheLatest() throws Exception {
    Confirmed confirmed = Confirmed.of(enforced(WALL.plusSeconds(3600)), new Read(NOW, WALL));

    assertThat(confirmed.nanos()).isEqualTo(NOW);
  }

  private static JsonNode enforced(Instant at) throws Exception {
    return new ObjectMapper()
        .readTree(
            """
            {"state": "ENFORCED", "version": 7, "enforcedAt": "%s",
             "gateways": [{"gateway": "a"}, {"gateway": "b"}]}\
            """
                .formatted(at));
  }
}
