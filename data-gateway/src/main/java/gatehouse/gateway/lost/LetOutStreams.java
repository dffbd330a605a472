package gatehouse.gateway.lost;

import gatehouse.gateway.output.RegisterOutput.LostAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The streams that the journal says were let out, in its order. */
public interface LetOutStreams {

  /**
   * Looks at the next decisions that nobody has looked at, in the caller's transaction; no other
   * replica looks at them before it ends.
   *
   * @param before only decisions that are older
   */
  Looked next(Instant before);

  /** A process is there, now. */
  void isThere(UUID process);

  /** The processes of which nothing has been heard for so long. */
  List<UUID> silentFor(Duration silence);

  /**
   * Forgets processes that are gone, and finds what they let out, in the caller's transaction; no
   * other replica looks before it ends.
   */
  List<LetOut> of(List<UUID> gone);

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
