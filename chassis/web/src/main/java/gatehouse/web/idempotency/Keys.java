package gatehouse.web.idempotency;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;

/** The keys of requests that changed something, in the caller's transaction. */
@Singleton
final class Keys {
  private static final String CLAIM =
      """
      insert into web.idempotency (caller, key, fingerprint) values (?, ?, ?)
      on conflict (caller, key) do nothing\
      """;
  private static final String FIND =
      """
      select fingerprint, status, body, location, tag from web.idempotency
      where caller = ? and key = ?\
      """;
  private static final String KEEP =
      """
      update web.idempotency set status = ?, body = ?, location = ?, tag = ?
      where caller = ? and key = ?\
      """;
  private static final String FORGET =
      "delete from web.idempotency where created_at < now() - interval '24 hours'";

  private final DataSource database;

  Keys(DataSource database) {
    this.database = database;
  }

  /**
   * Claims the key. Waits while another request holds the same key in an open transaction, so that
   * of two at the same time one acts and the other gets its answer.
   */
  Claim claim(Key key, byte[] fingerprint) throws SQLException {
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
        claim.setString(1, key.caller());
        claim.setString(2, key.value());
        claim.setBytes(3, fingerprint);
        if (claim.executeUpdate() == 1) {
          return new Claim.Fresh();
        }
      }
      return find(connection, key, fingerprint);
    }
  }

  private static Claim find(Connection connection, Key key, byte[] fingerprint)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, key.caller());
      find.setString(2, key.value());
      try (ResultSet row = find.executeQuery()) {
        if (!row.next() || !Arrays.equals(row.getBytes("fingerprint"), fingerprint)) {
          return new Claim.Foreign();
        }
        return new Claim.Answered(
            new Answer(
                row.getInt("status"),
                row.getString("body"),
                row.getString("location"),
                row.getString("tag")));
      }
    }
  }

  void keep(Key key, Answer answer) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement keep = connection.prepareStatement(KEEP)) {
      keep.setInt(1, answer.status());
      keep.setString(2, answer.body());
      keep.setString(3, answer.location());
      keep.setString(4, answer.tag());
      keep.setString(5, key.caller());
      keep.setString(6, key.value());
      keep.executeUpdate();
    }
  }

  /** Forgets keys older than a day; callers retry within minutes. */
  void forgetOld() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.executeUpdate();
    }
  }
}
