package gatehouse.proof.inspect;

import gatehouse.proof.inspect.Break.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** SQL of the breaks that were found. */
public final class Breaks {

  private Breaks() {}

  /** A break and when it was first found. */
  public record Found(Break what, Instant at) {}

  /**
   * Keeps it. What adjoins a break of its kind is more of the same one.
   *
   * @return false if it was known, or is part of one that was
   */
  static boolean add(Connection connection, Found found) throws SQLException {
    if (extended(connection, found.what())) {
      return false;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO journal.breaks (kind, first, last, found_at) VALUES (?, ?, ?, ?)")) {
      insert.setString(1, found.what().kind().name());
      insert.setLong(2, found.what().first());
      insert.setLong(3, found.what().last());
      insert.setObject(4, found.at().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
    return true;
  }

  private static boolean extended(Connection connection, Break what) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE journal.breaks SET last = greatest(last, ?)"
                + " WHERE kind = ? AND first <= ? AND last >= ? - 1")) {
      update.setLong(1, what.last());
      update.setString(2, what.kind().name());
      update.setLong(3, what.first());
      update.setLong(4, what.first());
      return update.executeUpdate() > 0;
    }
  }

  /** Those of which nobody outside has acknowledged to have heard. */
  public static List<Found> untold(Connection connection) throws SQLException {
    List<Found> found = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT kind, first, last, found_at FROM journal.breaks WHERE NOT told"
                    + " ORDER BY found_at, kind, first LIMIT 100");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new Found(
                new Break(Kind.valueOf(row.getString(1)), row.getLong(2), row.getLong(3)),
                row.getObject(4, OffsetDateTime.class).toInstant()));
      }
    }
    return found;
  }

  /** Remembers that somebody outside has heard of it. */
  public static void told(Connection connection, Break what) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE journal.breaks SET told = true WHERE kind = ? AND first = ?")) {
      update.setString(1, what.kind().name());
      update.setLong(2, what.first());
      update.executeUpdate();
    }
  }
}
