package gatehouse.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.gateway.upstream.BoundedAnswer.Limits;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoundedAnswerTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void asMuchAsIsAllowedPasses() throws Exception {
    BoundedAnswer answer = new BoundedAnswer(new Endless(), new Limits(30, HOUR));

    for (int i = 0; i < 3; i++) {
      assertThat(answer.next()).hasSize(10);
    }
  }

  @Test
  void whatGrowsTooLargeEnds() throws Exception {
    BoundedAnswer answer = new BoundedAnswer(new Endless(), new Limits(29, HOUR));
    answer.next();
    answer.next();

    assertThatThrownBy(answer::next).isInstanceOf(IOException.class).hasMessageContaining("large");
  }

  @Test
  void whatGoesOnForTooLongEnds() {
    BoundedAnswer answer = new BoundedAnswer(new Endless(), new Limits(1_000, Duration.ZERO));

    assertThatThrownBy(answer::next).isInstanceOf(IOException.class).hasMessageContaining("long");
  }

  /** A model that never ends. */
  private static final class Endless implements AnswerBody {
    @Override
    public byte @Nullable [] next() {
      return new byte[10];
    }

    @Override
    public void beforeWaiting(Pause pause) {}

    @Override
    public void finish() {}

    @Override
    public void close() {}
  }
}
