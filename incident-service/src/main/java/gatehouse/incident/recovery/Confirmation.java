package gatehouse.incident.recovery;

import gatehouse.incident.duty.Signature;
import java.util.Objects;

/**
 * One of the two signatures under a complete evaluation.
 *
 * @param side which of the two roles
 * @param newestEpoch of the stops on the same scope when it was signed: a stop after that is news
 *     that this signature does not cover
 */
public record Confirmation(Side side, Signature by, long newestEpoch) {
  public Confirmation {
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(by, "by");
  }

  /** The two roles that must both say so. */
  public enum Side {
    ENGINEERING,
    CLINICAL
  }
}
