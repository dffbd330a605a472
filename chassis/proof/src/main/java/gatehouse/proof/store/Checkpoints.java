package gatehouse.proof.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** SQL of the signed checkpoints, and of how far others were told of them. */
public final class Checkpoints {

  private Checkpoints() {}

  /**
   * A signed checkpoint.
   *
   * @param size how many entries it speaks of
   * @param note as it was signed
   */
  public record Signed(long size, String note) {}

  /** The latest checkpoint, if there is one. */
  public static @Nullable Signed latest(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT size, note FROM journal.checkpoints ORDER BY size DESC LIMIT 1");
        ResultSet row = select.executeQuery()) {
      return row.next() ? new Signed(row.getLong(1), row.getString(2)) : null;
    }
  }

  /** The size of the checkpoint that the broker has acknowledged last; 0 before the first. */
  public static long lastTold(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT size FROM journal.told");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** The checkpoint that was begun to be told and not acknowledged, if there is one. */
  public static @Nullable Signed unfinished(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT c.size, c.note FROM journal.told t"
                    + " JOIN journal.checkpoints c ON c.size = t.telling WHERE t.telling > t.size");
        ResultSet row = select.executeQuery()) {
      return row.next() ? new Signed(row.getLong(1), row.getString(2)) : null;
    }
  }

  /** Remembers what is going to be told next. */
  public static void telling(Connection connection, long size) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE journal.told SET telling = ?")) {
      update.setLong(1, size);
      update.executeUpdate();
    }
  }

  /** Remembers how far others were told. */
  public static void told(Connection connection, long size) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE journal.told SET size = greatest(size, ?)")) {
      update.setLong(1, size);
      update.executeUpdate();
    }
  }

  /** The newest key of that name that has signed here. */
  public static @Nullable String verifierKey(Connection connection, String name)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT verifier_key FROM journal.keys WHERE starts_with(verifier_key, ?)"
                + " ORDER BY since DESC LIMIT 1")) {
      select.setString(1, name + '+');
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }
}
