package gatehouse.inbox.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StallTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Stall stall = new Stall(Duration.ofSeconds(30));

  @Test
  void eventsThatWaitAndAreNotTakenAreAStall() {
    assertThat(stall.look(Map.of(0, 100L), 0)).isFalse();
    assertThat(stall.look(Map.of(0, 100L), 30 * SECOND)).isFalse();
    assertThat(stall.look(Map.of(0, 100L), 31 * SECOND)).isTrue();
  }

  @Test
  void aLongQueueThatMovesIsNone() {
    for (long i = 0; i < 100; i++) {
      assertThat(stall.look(Map.of(0, i, 1, 100 + i), i * SECOND)).isFalse();
    }
  }

  @Test
  void aPartitionThatStandsIsOneHoweverTheOthersMove() {
    for (long i = 0; i <= 30; i++) {
      assertThat(stall.look(Map.of(0, 7L, 1, i), i * SECOND)).isFalse();
    }
    assertThat(stall.look(Map.of(0, 7L, 1, 31L), 31 * SECOND)).isTrue();
  }

  @Test
  void nothingWaitingIsNone() {
    assertThat(stall.look(Map.of(), 0)).isFalse();
    assertThat(stall.look(Map.of(), 1_000 * SECOND)).isFalse();
    assertThat(stall.look(Map.of(0, 100L), 1_001 * SECOND)).isFalse();
  }

  @Test
  void theTimeWithoutKafkaDoesNotCount() {
    stall.look(Map.of(0, 100L), 0);
    stall.blind();

    assertThat(stall.look(Map.of(0, 100L), 100 * SECOND)).isFalse();
    assertThat(stall.look(Map.of(0, 100L), 131 * SECOND)).isTrue();
  }

  @Test
  void progressEndsAStall() {
    stall.look(Map.of(0, 100L), 0);
    assertThat(stall.look(Map.of(0, 100L), 40 * SECOND)).isTrue();

    assertThat(stall.look(Map.of(0, 101L), 41 * SECOND)).isFalse();
  }
}
