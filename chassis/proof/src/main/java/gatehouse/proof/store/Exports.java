package gatehouse.proof.store;

import gatehouse.proof.store.Checkpoints.Signed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** SQL of what is handed to those who verify. */
public final class Exports {

  private static final String ENTRIES =
      """
      SELECT l.seq, l.hash, e.id, e.type, e.topic, e.request_id, e.salt, e.commitment, e.body
      FROM journal.leaves l JOIN journal.entries e USING (position)
      WHERE l.seq > ? AND l.seq <= ? ORDER BY l.seq
      """;

  // The last one of each stretch, so that the very last is always among them.
  private static final String CHECKPOINTS =
      """
      SELECT DISTINCT ON (stretch) size, note
      FROM (SELECT size, note, (size - 1) / ? AS stretch
            FROM journal.checkpoints WHERE size > ? AND size <= ?) AS c
      ORDER BY stretch, size DESC
      """;

  private static final String NEWEST_ORDER =
      """
      SELECT l.seq FROM journal.entries e LEFT JOIN journal.leaves l USING (position)
      WHERE e.type = 'gatehouse.journal.erasure.ordered.v1' ORDER BY l.seq DESC NULLS FIRST LIMIT 1
      """;

  private Exports() {}

  /** Entries behind one number and up to another. */
  public static List<ExportedEntry> entries(Connection connection, long after, long upTo)
      throws SQLException {
    List<ExportedEntry> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
      select.setLong(1, after);
      select.setLong(2, upTo);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new ExportedEntry(
                  row.getLong("seq"),
                  row.getBytes("hash"),
                  row.getObject("id", UUID.class),
                  row.getString("type"),
                  row.getString("topic"),
                  row.getString("request_id"),
                  row.getBytes("salt"),
                  row.getBytes("commitment"),
                  row.getBytes("body")));
        }
      }
    }
    return found;
  }

  /** Whether an order to erase stands behind that number, or has none yet. */
  public static boolean isOrderBehind(Connection connection, long size) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NEWEST_ORDER);
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return false;
      }
      long seq = row.getLong(1);
      return row.wasNull() || seq > size;
    }
  }

  /** Checkpoints behind one size and up to another, thinned to one per stretch of entries. */
  public static List<Signed> checkpoints(Connection connection, long every, long after, long upTo)
      throws SQLException {
    List<Signed> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(CHECKPOINTS)) {
      select.setLong(1, every);
      select.setLong(2, after);
      select.setLong(3, upTo);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new Signed(row.getLong(1), row.getString(2)));
        }
      }
    }
    return found;
  }
}
