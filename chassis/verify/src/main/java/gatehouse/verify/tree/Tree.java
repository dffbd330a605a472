package gatehouse.verify.tree;

/**
 * A tree that grows leaf by leaf and keeps only the roots of its full subtrees. Not thread-safe.
 */
public final class Tree {

  private final Hashes hashes = new Hashes();
  private final byte[][] peaks;
  private long size;

  /** The empty tree. */
  public Tree() {
    this(new byte[Long.SIZE][], 0);
  }

  private Tree(byte[][] peaks, long size) {
    this.peaks = peaks;
    this.size = size;
  }

  /** The same tree, to grow by itself. */
  public Tree copy() {
    return new Tree(peaks.clone(), size);
  }

  /** Adds a leaf by its hash. */
  public void add(byte[] leaf) {
    byte[] node = leaf;
    int height = 0;
    // Each set low bit is a full subtree of that height on the left of the one just completed.
    while (((size >>> height) & 1) == 1) {
      node = hashes.node(peaks[height], node);
      height++;
    }
    peaks[height] = node;
    size++;
  }

  /** The root of its full subtree of {@code 1 << height} leaves. */
  byte[] peak(int height) {
    return peaks[height];
  }

  /** How many leaves it has. */
  public long size() {
    return size;
  }

  /** The tree's head; that of the empty tree is the SHA-256 of nothing. */
  public byte[] root() {
    if (size == 0) {
      return hashes.empty();
    }
    int height = Long.numberOfTrailingZeros(size);
    byte[] root = peaks[height];
    for (height++; size >>> height != 0; height++) {
      if (((size >>> height) & 1) == 1) {
        root = hashes.node(peaks[height], root);
      }
    }
    return root;
  }
}
