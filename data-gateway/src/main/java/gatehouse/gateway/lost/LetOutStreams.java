package gatehouse.gateway.lost;

import gatehouse.gateway.output.RegisterOutput.LostAnswer;
import java.time.Instant;
import java.util.List;

/** The streams that the journal says were let out, in its order. */
public interface LetOutStreams {

  /**
   * Looks at the next decisions that nobody has looked at, in the caller's transaction; no other
   * replica looks at them before it ends.
   *
   * @param before only decisions that are older
   */
  Looked next(Instant before);

  /**
   * What was found.
   *
   * @param more whether there are older ones still
   */
  record Looked(List<LetOut> withoutEnd, boolean more) {
    public Looked {
      withoutEnd = List.copyOf(withoutEnd);
    }
  }

  /** A stream that was let out, and neither registered nor recorded as unanswered. */
  record LetOut(LostAnswer answer, Instant at) {}
}
