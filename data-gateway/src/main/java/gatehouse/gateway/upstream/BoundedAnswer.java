package gatehouse.gateway.upstream;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An answer that neither grows nor goes on without end. That it ends lets others tell an answer on
 * its way from one whose gateway is gone.
 */
public final class BoundedAnswer implements AnswerBody {
  private final AnswerBody body;
  private final Limits limits;
  private final long beganAt = System.nanoTime();
  private long bytes;

  /**
   * How much of an answer is taken.
   *
   * @param bytes at most so many
   * @param longest from its head to its last piece
   */
  public record Limits(long bytes, Duration longest) {}

  public BoundedAnswer(AnswerBody body, Limits limits) {
    this.body = body;
    this.limits = limits;
  }

  /**
   * The next piece.
   *
   * @throws IOException also when the answer is too large or has taken too long
   */
  @Override
  public byte @Nullable [] next() throws IOException {
    byte[] piece = body.next();
    if (piece == null) {
      return null;
    }
    bytes += piece.length;
    if (bytes > limits.bytes()) {
      throw new IOException("the model's answer is too large");
    }
    if (System.nanoTime() - beganAt > limits.longest().toNanos()) {
      throw new IOException("the model's answer takes too long");
    }
    return piece;
  }

  @Override
  public void beforeWaiting(Pause pause) {
    body.beforeWaiting(pause);
  }

  @Override
  public void finish() {
    body.finish();
  }

  @Override
  public void close() {
    body.close();
  }
}
