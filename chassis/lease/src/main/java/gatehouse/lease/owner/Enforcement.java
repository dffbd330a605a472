package gatehouse.lease.owner;

import java.time.Instant;
import java.util.List;

/** How far a fact has come. */
public sealed interface Enforcement {

  /** The owner's number for the fact. */
  long version();

  /** True here; some holder may not know it yet. */
  record Accepted(long version, Progress progress) implements Enforcement {}

  /**
   * True here for so long that every lease should have told it or run out: somebody must look.
   *
   * @param since when it came up
   */
  record Unconfirmed(long version, Instant since, Progress progress) implements Enforcement {}

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

  /**
   * A holder that is waited for.
   *
   * @param until when its lease ends unless it is renewed
   */
  record Awaited(String holder, Instant until) {}

  /**
   * Who is settled and who is not. Empty while all goes as it should, and while no instance lends:
   * then nobody has a lease that could be counted.
   */
  record Progress(List<Holder> settled, List<Awaited> awaited) {
    /** Nothing is known of any holder. */
    public static final Progress UNKNOWN = new Progress(List.of(), List.of());

    public Progress {
      settled = List.copyOf(settled);
      awaited = List.copyOf(awaited);
    }
  }
}
