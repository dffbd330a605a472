package gatehouse.verify.tree;

import java.util.Arrays;
import java.util.List;

/**
 * Roots of trees that begin with the same entries and go on with the same leaves in different
 * orders. Subtrees that several orders have in common are hashed once, so that one more order costs
 * a few hashes and not one per leaf. Not thread-safe.
 */
public final class Arrangements {

  private final Hashes hashes = new Hashes();
  private final Tree ground;
  private final List<byte[]> leaves;
  private final long size;

  /** By shift (from -1), height and place: the subtrees of leaves in their present order. */
  private final byte[][][][] known;

  /**
   * The arrangements of some leaves.
   *
   * @param ground what stands in front of them in every order
   * @param leaves in their present order, at least as many as places
   * @param places how many of them the tree has
   * @param mostLeftOut how many leaves at most an order leaves out
   */
  public Arrangements(Tree ground, List<byte[]> leaves, int places, int mostLeftOut) {
    this.ground = ground;
    this.leaves = leaves;
    this.size = ground.size() + places;
    this.known = new byte[mostLeftOut + 2][][][];
  }

  /** The root over ground and leaves in that order. */
  public byte[] root(Order order) {
    return root(order, 0, size);
  }

  /** The first place that has another leaf in that order than now; -1 if none has. */
  public int firstDifference(Order order) {
    for (int place = 0; place < size - ground.size(); place++) {
      if (!Arrays.equals(leaves.get(place), leaves.get(order.leaf(place)))) {
        return place;
      }
    }
    return -1;
  }

  private byte[] root(Order order, long from, long to) {
    if (to <= ground.size()) {
      return ground.peak(Long.numberOfTrailingZeros(to - from));
    }
    if (from >= ground.size()) {
      int piece = order.piece(place(from), place(to));
      if (piece >= 0) {
        return run(order.shifts()[piece], from, to);
      }
    }
    long middle = middle(from, to);
    return hashes.node(root(order, from, middle), root(order, middle, to));
  }

  /** The subtree over leaves that stand one behind the other as they do now. */
  private byte[] run(int shift, long from, long to) {
    if (to - from == 1) {
      return leaves.get(place(from) + shift);
    }
    int height = height(to - from);
    byte[][] row = known(shift)[height];
    int index = index(from, height);
    byte[] root = row[index];
    if (root == null) {
      long middle = middle(from, to);
      root = hashes.node(run(shift, from, middle), run(shift, middle, to));
      row[index] = root;
    }
    return root;
  }

  private byte[][][] known(int shift) {
    byte[][][] rows = known[shift + 1];
    if (rows == null) {
      rows = new byte[height(size) + 1][][];
      for (int height = 0; height < rows.length; height++) {
        rows[height] = new byte[index(size - 1, height) + 1][];
      }
      known[shift + 1] = rows;
    }
    return rows;
  }

  private int place(long position) {
    return (int) (position - ground.size());
  }

  private int index(long from, int height) {
    return (int) ((from >>> height) - (ground.size() >>> height));
  }

  private static int height(long leaves) {
    return Long.SIZE - Long.numberOfLeadingZeros(leaves - 1);
  }

  private static long middle(long from, long to) {
    return from + Long.highestOneBit(to - from - 1);
  }
}
