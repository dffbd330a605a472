package gatehouse.verify.finding;

import gatehouse.verify.finding.Finding.Kind;
import gatehouse.verify.tree.Arrangements;
import gatehouse.verify.tree.Order;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the one change after which entries would not add up to a checkpoint: takes back one
 * after the other and computes the root. A root that fits is proof, because nobody finds a second
 * history for it. What was edited or taken out cannot be put back, for its hash is gone: such a
 * change is never found here.
 */
final class Conjectures {

  /** How many entries that stand together may have been inserted. */
  static final int MOST_INSERTED = 16;

  /** So many pairs of places are tried: a stretch of 1,000 entries within some seconds. */
  static final int MOST_PAIRS = 1 << 20;

  /** So many leaves are kept in memory. */
  static final int MOST_LEAVES = 1 << 16;

  private final Arrangements arrangements;
  private final int leaves;
  private final int places;
  private final byte[] root;

  /**
   * A search.
   *
   * @param ground what is certain in front of the leaves
   * @param leaves as they stand in the export, maybe more than the checkpoint speaks of
   * @param places how many of them it speaks of
   * @param root the checkpoint's
   */
  Conjectures(Ground ground, List<byte[]> leaves, int places, byte[] root) {
    this.arrangements = new Arrangements(ground.tree(), leaves, places, MOST_INSERTED);
    this.leaves = leaves.size();
    this.places = places;
    this.root = root;
  }

  /**
   * A change that explains everything.
   *
   * @param first the first place behind the ground that differs, from 0
   * @param last the last one of those that were inserted; otherwise the first
   */
  record Explained(Kind kind, int first, int last, String reason) {}

  /** How many leaves are looked at, so that it ends soon. */
  static int mostLeaves(int places) {
    return Math.clamp(MOST_PAIRS / places, places + MOST_INSERTED, MOST_LEAVES);
  }

  @Nullable Explained find() {
    Explained found = inserted();
    if (found == null && (long) places * places <= MOST_PAIRS) {
      found = moved();
      return found == null ? swapped() : found;
    }
    return found;
  }

  private @Nullable Explained inserted() {
    for (int count = 1; count <= Math.min(MOST_INSERTED, leaves - places); count++) {
      for (int first = 0; first < places; first++) {
        Order order = Order.without(first, count, places);
        if (fits(order)) {
          int differs = arrangements.firstDifference(order);
          return new Explained(
              Kind.INSERTED, differs, differs + count - 1, "without it they do add up");
        }
      }
    }
    return null;
  }

  private @Nullable Explained moved() {
    for (int to = 0; to < places; to++) {
      for (int from = 0; from < leaves; from++) {
        Explained found =
            from == to || from == to - 1 ? null : reordered(Order.moved(from, to, places));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Explained swapped() {
    for (int one = 0; one < places; one++) {
      for (int other = one + 2; other < leaves; other++) {
        Explained found = reordered(Order.swapped(one, other, places));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Explained reordered(Order order) {
    if (!fits(order)) {
      return null;
    }
    int differs = arrangements.firstDifference(order);
    return new Explained(
        Kind.REORDERED, differs, differs, "in another order of the same entries they do add up");
  }

  private boolean fits(Order order) {
    return Arrays.equals(arrangements.root(order), root);
  }
}
