package gatehouse.journal.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StallTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Stall stall = new Stall(Duration.ofSeconds(30));

  @Test
  void eventsThatWaitAndAreNotTakenAreAStall() {
    assertThat(stall.look(5, 100, 0)).isFalse();
    assertThat(stall.look(5, 100, 30 * SECOND)).isFalse();
    assertThat(stall.look(9, 100, 31 * SECOND)).isTrue();
  }

  @Test
  void aLongQueueThatMovesIsNone() {
    for (int i = 0; i < 100; i++) {
      assertThat(stall.look(1_000, i, i * SECOND)).isFalse();
    }
  }

  @Test
  void nothingWaitingIsNone() {
    assertThat(stall.look(0, 100, 0)).isFalse();
    assertThat(stall.look(0, 100, 1_000 * SECOND)).isFalse();
    assertThat(stall.look(1, 100, 1_001 * SECOND)).isFalse();
  }

  @Test
  void theTimeWithoutKafkaDoesNotCount() {
    stall.look(5, 100, 0);
    stall.blind();

    assertThat(stall.look(5, 100, 100 * SECOND)).isFalse();
    assertThat(stall.look(5, 100, 131 * SECOND)).isTrue();
  }

  @Test
  void progressEndsAStall() {
    stall.look(5, 100, 0);
    assertThat(stall.look(5, 100, 40 * SECOND)).isTrue();

    assertThat(stall.look(4, 101, 41 * SECOND)).isFalse();
  }
}
