package gatehouse.verify;

import gatehouse.verify.Verdict.Erased;
import gatehouse.verify.export.ErasureOrder;
import gatehouse.verify.finding.Finding;
import gatehouse.verify.finding.Finding.Kind;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which entries were erased, and which of them no order names. An order stands behind what it
 * erases. One bit for each entry of a stretch in which any was erased.
 */
final class Erasures {

  private static final int BITS = 16;
  private static final long WITHIN = (1L << BITS) - 1;

  private final Map<Long, BitSet> unnamed = new TreeMap<>();
  private long count;
  private @Nullable Long first;

  /** The last order from before orders named anything: it may have meant all in front of it. */
  private long lastBare;

  private boolean isNamed;

  /** The entry at that place is erased. */
  void erased(long place) {
    count++;
    first = first == null ? Long.valueOf(place) : first;
    unnamed.computeIfAbsent(place >>> BITS, _ -> new BitSet()).set((int) (place & WITHIN));
  }

  /** The entry at that place is an order. */
  void ordered(long place, ErasureOrder order) {
    if (!order.isBare()) {
      isNamed = true;
    } else if (!isNamed) {
      lastBare = place;
    }
    // What is erased behind an order was not erased by it.
    order.stretches().forEach(one -> strike(one.first(), Math.min(one.last(), place)));
  }

  private void strike(long from, long to) {
    long at = from;
    while (at <= to) {
      long end = Math.min(at | WITHIN, to);
      BitSet some = unnamed.get(at >>> BITS);
      if (some != null) {
        some.clear((int) (at & WITHIN), (int) (end & WITHIN) + 1);
      }
      at = end + 1;
    }
  }

  /** What was seen. */
  Erased tally() {
    long unclear = 0;
    for (var some : unnamed.entrySet()) {
      unclear += some.getValue().get(0, bare(some.getKey())).cardinality();
    }
    return new Erased(count, first, unclear);
  }

  /** The first one that no order can have meant. */
  @Nullable Finding finding() {
    for (var some : unnamed.entrySet()) {
      int at = some.getValue().nextSetBit(bare(some.getKey()));
      if (at >= 0) {
        return Finding.at(
                Kind.ERASED,
                (some.getKey() << BITS) + at,
                "what it said is gone, and no order behind it names its number")
            .doubting(
                "an order that was given while the export was being written stands in the next one"
                    + " only");
      }
    }
    return null;
  }

  /** Up to which bit of the stretch an order that named nothing may have meant it. */
  private int bare(long stretch) {
    return (int) Math.clamp(lastBare - (stretch << BITS), 0, WITHIN + 1);
  }
}
