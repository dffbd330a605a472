package gatehouse.consent.procedure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of the data that were there.
 *
 * @param law which law forces keeping; the person is told
 * @param proof digest of the holder's proof
 */
public record Disposition(
    Outcome outcome, @Nullable String law, @Nullable String proof, Instant at) {

  /** As the person wished, or not. */
  public enum Outcome {
    DISPOSED,
    KEPT_BY_LAW
  }

  /** Whoever says that it is done has a proof; whoever keeps has a law. */
  public boolean isGrounded() {
    return switch (outcome) {
      case DISPOSED -> proof != null;
      case KEPT_BY_LAW -> law != null && !law.isBlank();
    };
  }
}
