package gatehouse.incident.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.clauses.Clause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@Clause("G-51")
class CallTreeTest {
  private static final Instant ISSUED = Instant.parse("2026-03-02T01:00:00Z");

  private final CallTree tree =
      new CallTree(List.of("DUTY_MANAGER", " SEAT_INFO_CENTRE "), Duration.ofMinutes(2));

  @Test
  void theFirstIsCalledAtOnceAndEachNextWhenTheOneBeforeHadItsTime() {
    assertThat(tree.due(ISSUED, ISSUED.plusSeconds(10))).containsExactly("DUTY_MANAGER");
    assertThat(tree.due(ISSUED, ISSUED.plusSeconds(119))).containsExactly("DUTY_MANAGER");
    assertThat(tree.due(ISSUED, ISSUED.plusSeconds(120)))
        .containsExactly("DUTY_MANAGER", "SEAT_INFO_CENTRE");
    assertThat(tree.due(ISSUED, ISSUED.plus(Duration.ofDays(400))))
        .containsExactly("DUTY_MANAGER", "SEAT_INFO_CENTRE");
  }

  @Test
  void aTreeWithoutAnybodyOrWithoutTimeIsRefused() {
    assertThatThrownBy(() -> new CallTree(List.of(" "), Duration.ofMinutes(1)))
        .hasMessageContaining("incident.stop.call-tree");
    assertThatThrownBy(() -> new CallTree(List.of("DUTY_MANAGER"), Duration.ZERO))
        .hasMessageContaining("incident.stop.call-every");
  }
}
