package gatehouse.journal.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

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

  private static final String ENTER =
      """
      INSERT INTO journal.inbox (topic, event_id)
      SELECT ?, ? WHERE NOT EXISTS
        (SELECT 1 FROM journal.parked WHERE topic = ? AND event_key = ?)
      ON CONFLICT (topic, event_id) DO NOTHING
      """;

  private final DataSource dataSource;

  Inbox(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Remembers the event; false if it is known already or if its key is parked. */
  boolean enter(String topic, UUID id, String key) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(ENTER)) {
      insert.setString(1, topic);
      insert.setObject(2, id);
      insert.setString(3, topic);
      insert.setString(4, key);
      return insert.executeUpdate() == 1;
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

  /** Parks the record; harmless if it is parked already. */
  void park(ConsumerRecord<byte[], byte[]> record, String key, String reason) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO journal.parked (topic, partition, record_offset, event_key, headers,"
                    + " body, reason) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, record.topic());
      insert.setInt(2, record.partition());
      insert.setLong(3, record.offset());
      insert.setString(4, key);
      insert.setString(5, headers(record));
      insert.setBytes(6, record.value());
      insert.setString(7, reason);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new InboxException(e);
    }
  }

  /** One header a line; whatever text could not stand in a column is replaced. */
  private static String headers(ConsumerRecord<byte[], byte[]> record) {
    StringBuilder lines = new StringBuilder();
    for (Header header : record.headers()) {
      lines.append(header.key()).append(": ").append(text(header.value())).append('\n');
    }
    return lines.toString().replace('\0', ' ');
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, UTF_8);
  }
}
