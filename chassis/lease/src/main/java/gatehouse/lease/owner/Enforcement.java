package gatehouse.lease.owner;

import java.time.Instant;
import java.util.List;

/** How far a fact has come. */
public sealed interface Enforcement {

  /** The owner's number for the fact. */
  long version();

  /** True here; some holder may not know it yet. */
  record Accepted(long version) implements Enforcement {}

  /**
   * No holder can act on anything older any more.
   *
   * @param at since when
   * @param holders who held a lease when the fact came up
   */
  record Enforced(long version, Instant at, List<Holder> holders) implements Enforcement {
    public Enforced {
      holders = List.copyOf(holders);
    }
  }

  /** What settled it for one holder. */
  enum How {
    /** It said that it applied the fact. */
    APPLIED,
    /** It said nothing, and its lease ran out. */
    RAN_OUT
  }

  /** One holder. */
  record Holder(String holder, How how, Instant at) {}
}
