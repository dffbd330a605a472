package gatehouse.proof.store;

import gatehouse.tree.Frontier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree as it was at some size, from the stored leaves and tiles: proofs about it as RFC 9162
 * defines them. Reads one small row per 256 entries, and the leaves of at most two tiles.
 */
public final class History {

  private final Connection connection;
  private final long size;
  private final Map<Long, byte[]> tiles;

  private History(Connection connection, long size, Map<Long, byte[]> tiles) {
    this.connection = connection;
    this.size = size;
    this.tiles = tiles;
  }

  /** The history of the first {@code size} entries; usable while the connection is open. */
  public static History of(Connection connection, long size) throws SQLException {
    Map<Long, byte[]> tiles = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT number, hash FROM journal.tiles WHERE number < ?")) {
      select.setLong(1, size / Frontier.TILE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          tiles.put(row.getLong(1), row.getBytes(2));
        }
      }
    }
    return new History(connection, size, tiles);
  }

  /** The hash of the leaf with that number. */
  public byte[] leaf(long seq) throws SQLException {
    return leaves(seq - 1, seq).getFirst();
  }

  /** The path from the leaf with that number to the root (RFC 9162, 2.1.3.1). */
  public List<byte[]> inclusion(long seq) throws SQLException {
    List<byte[]> path = new ArrayList<>();
    long index = seq - 1;
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + Long.highestOneBit(to - from - 1);
      if (index < middle) {
        path.addFirst(root(middle, to));
        to = middle;
      } else {
        path.addFirst(root(from, middle));
        from = middle;
      }
    }
    return path;
  }

  /** What shows that this history begins with the first so many entries (RFC 9162, 2.1.4.1). */
  public List<byte[]> consistency(long first) throws SQLException {
    List<byte[]> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (first < to) {
      long middle = from + Long.highestOneBit(to - from - 1);
      if (first <= middle) {
        path.addFirst(root(middle, to));
        to = middle;
      } else {
        path.addFirst(root(from, middle));
        from = middle;
      }
    }
    if (from > 0) {
      path.addFirst(root(from, to));
    }
    return path;
  }

  private byte[] root(long from, long to) throws SQLException {
    long count = to - from;
    if (count == Frontier.TILE) {
      byte[] tile = tiles.get(from / Frontier.TILE);
      if (tile != null) {
        return tile;
      }
    }
    if (count <= Frontier.TILE) {
      Frontier tree = new Frontier();
      leaves(from, to).forEach(tree::addLeaf);
      return tree.root();
    }
    long middle = from + Long.highestOneBit(count - 1);
    return Frontier.node(root(from, middle), root(middle, to));
  }

  private List<byte[]> leaves(long from, long to) throws SQLException {
    List<byte[]> hashes = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT hash FROM journal.leaves WHERE seq > ? AND seq <= ? ORDER BY seq")) {
      select.setLong(1, from);
      select.setLong(2, to);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          hashes.add(row.getBytes(1));
        }
      }
    }
    if (hashes.size() != to - from) {
      throw new IllegalStateException("leaves are missing between %d and %d".formatted(from, to));
    }
    return hashes;
  }
}
