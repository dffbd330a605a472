package gatehouse.tree;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of an RFC 9162 Merkle tree: the roots of its full subtrees, largest first. Enough
 * to add leaves and to compute the root, whatever the number of leaves. Not thread-safe.
 */
public final class Frontier {

  private static final int HASH = 32;

  /** A tile is a full subtree of so many leaves; its root is kept, so that proofs read few rows. */
  public static final int TILE = 256;

  private final List<byte[]> peaks = new ArrayList<>();
  private final List<byte[]> tiles = new ArrayList<>();
  private long size;

  /** The empty tree. */
  public Frontier() {}

  /**
   * The tree of the given size.
   *
   * @param peaks as {@link #peaks()} gave them
   * @throws IllegalArgumentException if their number does not fit the size
   */
  public Frontier(long size, byte[] peaks) {
    if (size < 0 || peaks.length != Long.bitCount(size) * HASH) {
      throw new IllegalArgumentException("peaks do not fit the size of the tree");
    }
    this.size = size;
    ByteBuffer buffer = ByteBuffer.wrap(peaks);
    while (buffer.hasRemaining()) {
      byte[] peak = new byte[HASH];
      buffer.get(peak);
      this.peaks.add(peak);
    }
  }

  /**
   * Adds a leaf.
   *
   * @return its hash (RFC 9162, 2.1.1): SHA-256 of a zero byte and the data
   */
  public byte[] add(byte[] data) {
    byte[] leaf = hash(data);
    addLeaf(leaf);
    return leaf;
  }

  /** The hash of a leaf (RFC 9162, 2.1.1). */
  public static byte[] hash(byte[] data) {
    MessageDigest sha256 = sha256();
    sha256.update((byte) 0);
    return sha256.digest(data);
  }

  /** Adds a leaf by its hash. */
  public void addLeaf(byte[] leaf) {
    byte[] peak = leaf;
    int leaves = 1;
    // A set low bit is a full subtree as large as the one that has just become full: they join.
    for (long bits = size; (bits & 1) == 1; bits >>>= 1) {
      peak = node(peaks.removeLast(), peak);
      leaves <<= 1;
      if (leaves == TILE) {
        tiles.add(peak);
      }
    }
    peaks.add(peak);
    size++;
  }

  /** The tiles that have become full since this was last asked, in their order. */
  public List<byte[]> takeTiles() {
    List<byte[]> full = List.copyOf(tiles);
    tiles.clear();
    return full;
  }

  /** The root; that of the empty tree is the SHA-256 of nothing. */
  public byte[] root() {
    if (peaks.isEmpty()) {
      return sha256().digest();
    }
    byte[] root = peaks.getLast();
    for (byte[] left : peaks.reversed().subList(1, peaks.size())) {
      root = node(left, root);
    }
    return root;
  }

  public long size() {
    return size;
  }

  /** The peaks' hashes, largest subtree first, one after the other. */
  public byte[] peaks() {
    ByteBuffer buffer = ByteBuffer.allocate(peaks.size() * HASH);
    peaks.forEach(buffer::put);
    return buffer.array();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The hash of a node over its two children (RFC 9162, 2.1.1). */
  public static byte[] node(byte[] left, byte[] right) {
    MessageDigest sha256 = sha256();
    sha256.update((byte) 1);
    sha256.update(left);
    return sha256.digest(right);
  }
}
