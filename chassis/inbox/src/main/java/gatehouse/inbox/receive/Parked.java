package gatehouse.inbox.receive;

import gatehouse.inbox.receive.Inbox.InboxException;
import gatehouse.inbox.receive.Seal.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** SQL of what is parked, for those who look after it. */
@ApplicationScoped
public class Parked {
  private final DataSource dataSource;

  Parked(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Where an event stood when it was parked. */
  public record Place(String topic, int partition, long offset) {}

  /** A parked event; says nothing of what it said or whose it is. */
  public record Listed(Place place, String reason, Instant parkedAt) {}

  /** A parked event whose row is locked. */
  record Waiting(Sealed sealed) {}

  /** The oldest first. */
  public List<Listed> oldest(int limit) {
    String sql =
        "SELECT topic, partition, record_offset, reason, parked_at FROM journal.parked"
            + " ORDER BY parked_at, topic, partition, record_offset LIMIT ?";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, limit);
      List<Listed> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Listed(
                  place(row),
                  row.getString(4),
                  row.getObject(5, OffsetDateTime.class).toInstant()));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new InboxException(e);
    }
  }

  /**
   * Whether anything of the topic is parked at this moment. On a topic whose facts deny something
   * nobody knows what that one denies: until an operator has replayed it or given it up, whoever
   * decides by that topic must take everything for denied.
   */
  public boolean holdsAny(String topic) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT 1 FROM journal.parked WHERE topic = ? LIMIT 1")) {
      select.setString(1, topic);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new InboxException(e);
    }
  }

  Optional<String> keyAt(Place place) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = at(connection, "SELECT event_key FROM", place, "");
        ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new InboxException(e);
    }
  }

  Optional<Place> firstOf(String topic, String key) {
    String sql =
        "SELECT topic, partition, record_offset FROM journal.parked WHERE topic = ?"
            + " AND event_key = ? ORDER BY record_offset LIMIT 1";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, topic);
      select.setString(2, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(place(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new InboxException(e);
    }
  }

  /** The event, which nobody else can take until the transaction ends. */
  Optional<Waiting> lock(Place place) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            at(connection, "SELECT key_id, sealed FROM", place, " FOR UPDATE");
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      if (row.getString(1) == null) {
        throw new IllegalStateException("parked before parked events were sealed");
      }
      return Optional.of(new Waiting(new Sealed(row.getString(1), row.getBytes(2))));
    } catch (SQLException e) {
      throw new InboxException(e);
    }
  }

  void remove(Place place) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete = at(connection, "DELETE FROM", place, "")) {
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new InboxException(e);
    }
  }

  void refusedAgain(Place place, String reason) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE journal.parked SET reason = ?"
                    + " WHERE topic = ? AND partition = ? AND record_offset = ?")) {
      update.setString(1, reason);
      update.setString(2, place.topic());
      update.setInt(3, place.partition());
      update.setLong(4, place.offset());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new InboxException(e);
    }
  }

  private static PreparedStatement at(Connection connection, String begin, Place place, String end)
      throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            begin
                + " journal.parked WHERE topic = ? AND partition = ? AND record_offset = ?"
                + end);
    statement.setString(1, place.topic());
    statement.setInt(2, place.partition());
    statement.setLong(3, place.offset());
    return statement;
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(row.getString(1), row.getInt(2), row.getLong(3));
  }
}
