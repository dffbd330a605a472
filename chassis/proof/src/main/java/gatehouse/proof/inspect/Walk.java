package gatehouse.proof.inspect;

import gatehouse.proof.inspect.Orders.Erased;
import gatehouse.tree.Frontier;
import gatehouse.tree.SignedNote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stretch of the journal, recomputed from its rows. What contradicts is noted, and the walk goes
 * on from what was signed, so that a second break is not hidden by the first.
 */
final class Walk {

  private static final int FETCH = 100;

  private final Connection connection;
  private final String origin;
  private final List<Break> breaks = new ArrayList<>();
  private final List<Erased> erased = new ArrayList<>();
  private Frontier tree;
  private long good;

  // Never compared as a whole.
  @SuppressWarnings("ArrayRecordComponent")
  private record Stored(String note, byte[] peaks) {}

  Walk(Connection connection, String origin, Mark from) {
    this.connection = connection;
    this.origin = origin;
    this.tree = from.tree();
    this.good = from.good();
  }

  /** Goes on up to that number. */
  Mark upTo(long last, Mark from) throws SQLException {
    SortedMap<Long, Stored> checkpoints = checkpoints(tree.size(), last);
    try (PreparedStatement select = connection.prepareStatement(Row.SELECT)) {
      // Bodies may be large: never all rows of the stretch at once.
      select.setFetchSize(FETCH);
      select.setLong(1, tree.size());
      select.setLong(2, last);
      try (ResultSet rows = select.executeQuery()) {
        Row row = new Row(rows);
        while (rows.next()) {
          if (row.seq() > tree.size() + 1) {
            missing(row.seq() - 1);
          }
          if (row.seq() == tree.size() + 1) {
            take(row, checkpoints);
          }
        }
      }
    }
    if (tree.size() < last) {
      missing(last);
    }
    ordered();
    signedLast(checkpoints);
    return new Mark(tree, good, from.found(), null);
  }

  /** What was found, in the order of the numbers. */
  List<Break> breaks() {
    return breaks;
  }

  private void take(Row row, SortedMap<Long, Stored> checkpoints) throws SQLException {
    row.fault().ifPresent(breaks::add);
    row.erased().ifPresent(erased::add);
    tree.addLeaf(row.leaf());
    tree.takeTiles();
    Stored stored = checkpoints.get(tree.size());
    if (stored == null) {
      return;
    }
    boolean fits =
        new SignedNote(stored.note()).names(origin, tree)
            && Arrays.equals(tree.peaks(), stored.peaks());
    if (!fits) {
      breaks.add(new Break(Break.Kind.ROOT_DIFFERS, good + 1, tree.size()));
      long size = tree.size();
      if (isWhole(size, stored)) {
        tree = new Frontier(size, stored.peaks());
      }
    }
    good = tree.size();
  }

  /** What no order names was not erased but taken away. */
  private void ordered() throws SQLException {
    if (erased.isEmpty()) {
      return;
    }
    Orders orders = Orders.of(connection, erased.getFirst().seq(), erased.getLast().seq());
    erased.stream()
        .filter(one -> !orders.cover(one))
        .findFirst()
        .ifPresent(one -> breaks.add(new Break(Break.Kind.ENTRY_CHANGED, one.seq(), one.seq())));
  }

  /** Goes on behind the gap, at the first checkpoint that can be gone on from. */
  private void missing(long last) throws SQLException {
    breaks.add(new Break(Break.Kind.NUMBER_MISSING, tree.size() + 1, last));
    for (var one : checkpoints(last - 1, Long.MAX_VALUE).entrySet()) {
      if (isWhole(one.getKey(), one.getValue())) {
        tree = new Frontier(one.getKey(), one.getValue().peaks());
        good = one.getKey();
        return;
      }
    }
  }

  private boolean isWhole(long size, Stored stored) {
    return stored.peaks().length == Long.bitCount(size) * tree.root().length
        && new SignedNote(stored.note()).names(origin, new Frontier(size, stored.peaks()));
  }

  /**
   * One signature for a stretch: every other checkpoint in it has a root that fits the same leaves.
   */
  private void signedLast(SortedMap<Long, Stored> checkpoints) throws SQLException {
    if (checkpoints.isEmpty()) {
      return;
    }
    long size = checkpoints.lastKey();
    Stored last = checkpoints.get(size);
    if (last != null && !new SignedNote(last.note()).isSignedBy(keys())) {
      breaks.add(new Break(Break.Kind.CHECKPOINT_FORGED, size, size));
    }
  }

  private SortedMap<Long, Stored> checkpoints(long after, long upTo) throws SQLException {
    SortedMap<Long, Stored> found = new TreeMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT size, note, peaks FROM journal.checkpoints WHERE size > ? AND size <= ?"
                + " ORDER BY size LIMIT 20000")) {
      select.setLong(1, after);
      select.setLong(2, upTo);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.put(row.getLong(1), new Stored(row.getString(2), row.getBytes(3)));
        }
      }
    }
    return found;
  }

  private List<String> keys() throws SQLException {
    List<String> keys = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT verifier_key FROM journal.keys");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        keys.add(row.getString(1));
      }
    }
    return keys;
  }
}
