package gatehouse.inbox.receive;

import gatehouse.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** SQL of what was received and what was parked; always in the caller's transaction. */
@ApplicationScoped
class Inbox {

  /** The database refused; the cause says whether it will pass. */
  static final class InboxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InboxException(SQLException cause) {
      super("the inbox could not be used", cause);
    }
  }

  /** Events that the inbox has not known before, each to be taken once. */
  static final class Newcomers {
    private final Set<UUID> waiting;

    private Newcomers(Set<UUID> entered) {
      this.waiting = entered;
    }

    /** Whether the event waits to be taken; no more once that was said. */
    boolean isNew(UUID event) {
      return waiting.remove(event);
    }
  }

  private static final String ENTER =
      """
      INSERT INTO journal.inbox (topic, event_id)
      SELECT ?, e.id FROM unnest(?, ?) AS e (id, key) WHERE NOT EXISTS
        (SELECT 1 FROM journal.parked p WHERE p.topic = ? AND p.event_key = e.key)
      ON CONFLICT (topic, event_id) DO NOTHING
      RETURNING event_id
      """;

  private final DataSource dataSource;
  private final Seal seal;

  Inbox(DataSource dataSource, Seal seal) {
    this.dataSource = dataSource;
    this.seal = seal;
  }

  /** Remembers the events, but for those that are known already or whose key is parked. */
  Newcomers enter(String topic, List<ReceivedEvent> events) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(ENTER)) {
      Object[] ids = events.stream().map(ReceivedEvent::id).toArray();
      Object[] keys = events.stream().map(ReceivedEvent::subject).toArray();
      insert.setString(1, topic);
      insert.setArray(2, connection.createArrayOf("uuid", ids));
      insert.setArray(3, connection.createArrayOf("text", keys));
      insert.setString(4, topic);
      Set<UUID> entered = new HashSet<>();
      try (ResultSet row = insert.executeQuery()) {
        while (row.next()) {
          entered.add(row.getObject(1, UUID.class));
        }
      }
      return new Newcomers(entered);
    } catch (SQLException e) {
      throw new InboxException(e);
    }
  }

  boolean knows(String topic, UUID id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT 1 FROM journal.inbox WHERE topic = ? AND event_id = ?")) {
      select.setString(1, topic);
      select.setObject(2, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new InboxException(e);
    }
  }

  /** Remembers the event though its key is parked: a replay takes it out of its turn. */
  boolean enterReplayed(String topic, UUID id) {
    return update(
            "INSERT INTO journal.inbox (topic, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
            topic,
            id)
        == 1;
  }

  /** Parks the record; harmless if it is parked already. */
  void park(ConsumerRecord<byte[], byte[]> record, String key, String reason) {
    park(record, key, reason, "SELECT ?, ?, ?, ?, ?, ?, ?");
  }

  /**
   * Parks the record behind others of its key. A replay that is just taking the first of them is
   * waited for.
   *
   * @return false if the key is not parked any more
   */
  boolean parkBehind(ConsumerRecord<byte[], byte[]> record, String key) {
    String behind =
        "SELECT ?, ?, ?, ?, ?, ?, ? FROM (SELECT 1 FROM journal.parked WHERE topic = ?"
            + " AND event_key = ? ORDER BY record_offset LIMIT 1 FOR KEY SHARE) first";
    return park(record, key, "waits behind a parked event of its key", behind, record.topic(), key);
  }

  private boolean park(
      ConsumerRecord<byte[], byte[]> record,
      String key,
      String reason,
      String values,
      String... condition) {
    String place = ParkedRecord.place(record.topic(), record.partition(), record.offset());
    Seal.Sealed sealed = seal.seal(place, ParkedRecord.bytes(record));
    List<Object> parameters = new ArrayList<>();
    parameters.addAll(List.of(record.topic(), record.partition(), record.offset(), key));
    parameters.addAll(List.of(sealed.keyId(), sealed.bytes(), reason));
    parameters.addAll(List.of(condition));
    return update(
            "INSERT INTO journal.parked (topic, partition, record_offset, event_key, key_id,"
                + " sealed, reason) "
                + values
                // One that is parked already counts as parked.
                + " ON CONFLICT (topic, partition, record_offset)"
                + " DO UPDATE SET reason = journal.parked.reason",
            parameters.toArray())
        == 1;
  }

  private int update(String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        update.setObject(i + 1, parameters[i]);
      }
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new InboxException(e);
    }
  }
}
