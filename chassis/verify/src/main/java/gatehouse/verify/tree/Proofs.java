package gatehouse.verify.tree;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Checks proofs step by step as RFC 9162 lays down, in its own letters. */
public final class Proofs {

  private static final int HASH = 32;

  private Proofs() {}

  /** A tree's size and root. */
  // Compared by its parts only.
  @SuppressWarnings("ArrayRecordComponent")
  public record Head(long size, byte[] root) {}

  /**
   * Whether the leaf stands at that place in the tree (RFC 9162, 2.1.3.2).
   *
   * @param index counted from 0
   */
  public static boolean includes(Head head, long index, byte[] leaf, List<byte[]> path) {
    if (index < 0 || index >= head.size() || leaf.length != HASH) {
      return false;
    }
    Hashes hashes = new Hashes();
    Walk walk = new Walk(index, head.size() - 1);
    byte[] r = leaf;
    for (byte[] p : path) {
      if (walk.sn == 0) {
        return false;
      }
      if (walk.isRight()) {
        r = hashes.node(p, r);
        walk.skipLevelsWithoutSibling();
      } else {
        r = hashes.node(r, p);
      }
      walk.up();
    }
    return walk.sn == 0 && MessageDigest.isEqual(r, head.root());
  }

  /**
   * Whether the second tree begins with all the leaves of the first, in their order (RFC 9162,
   * 2.1.4.2). About the empty tree there is nothing to prove.
   */
  public static boolean extend(Head first, Head second, List<byte[]> path) {
    if (first.size() <= 0 || first.size() > second.size()) {
      return false;
    }
    if (first.size() == second.size()) {
      return path.isEmpty() && MessageDigest.isEqual(first.root(), second.root());
    }
    return !path.isEmpty() && climb(first, second, path);
  }

  private static boolean climb(Head first, Head second, List<byte[]> given) {
    List<byte[]> path = new ArrayList<>(given);
    if (Long.bitCount(first.size()) == 1) {
      path.addFirst(first.root());
    }
    Hashes hashes = new Hashes();
    Walk walk = new Walk(first.size() - 1, second.size() - 1);
    while ((walk.fn & 1) == 1) {
      walk.up();
    }
    byte[] fr = path.getFirst();
    byte[] sr = fr;
    for (byte[] c : path.subList(1, path.size())) {
      if (walk.sn == 0) {
        return false;
      }
      if (walk.isRight()) {
        fr = hashes.node(c, fr);
        sr = hashes.node(c, sr);
        walk.skipLevelsWithoutSibling();
      } else {
        sr = hashes.node(sr, c);
      }
      walk.up();
    }
    return walk.sn == 0
        && MessageDigest.isEqual(fr, first.root())
        && MessageDigest.isEqual(sr, second.root());
  }

  /** Where one is on the way from a leaf to the root. */
  private static final class Walk {
    long fn;
    long sn;

    Walk(long fn, long sn) {
      this.fn = fn;
      this.sn = sn;
    }

    boolean isRight() {
      return (fn & 1) == 1 || fn == sn;
    }

    void skipLevelsWithoutSibling() {
      while ((fn & 1) == 0 && fn != 0) {
        up();
      }
    }

    void up() {
      fn >>>= 1;
      sn >>>= 1;
    }
  }
}
