package gatehouse.gateway.upstream;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body as it arrives. For one reader; only {@link #close} may come from another thread. */
public interface AnswerBody extends AutoCloseable {

  /**
   * The next piece, or null at the end; blocks a virtual thread. Nothing more is read from the
   * upstream than is asked for here.
   *
   * @throws IOException when the upstream breaks off or falls silent
   */
  byte @Nullable [] next() throws IOException;

  /** What is to be done before somebody waits. */
  interface Pause {
    /**
     * Runs on the thread that is about to wait.
     *
     * @throws IOException in place of the next piece
     */
    void begins() throws IOException;
  }

  /** Has this done each time before {@link #next} waits for a piece that has not come yet. */
  void beforeWaiting(Pause pause);

  /**
   * Nothing more is wanted. A model that ends now keeps its connection for the next call; one that
   * goes on loses it.
   */
  void finish();

  /** Ends the call, also in the middle and while another thread waits for the next piece. */
  @Override
  void close();
}
