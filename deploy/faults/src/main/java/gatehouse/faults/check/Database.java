package gatehouse.faults.check;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service's database, read from outside with SQL of its own. */
public record Database(String url) implements ReaderCheck.Place {
  /** What took effect, in the order in which it did. */
  record Effect(String event, String subject, long version) {}

  /** How many decisions say that they let out this output as a stream. */
  public long streamedAs(UUID output) throws SQLException {
    return count(
        "SELECT count(*) FROM journal.entries"
            + " WHERE type = 'gatehouse.gateway.permit.decided.v1'"
            + " AND position('\"streamedAs\":\"%s\"' IN convert_from(body, 'UTF8')) > 0"
                .formatted(output));
  }

  /** How far a service has come with its own entries. */
  record Progress(long numbered, long pending, long published, long parked) {
    boolean isDrained() {
      return pending == 0 && published == numbered;
    }
  }

  List<JournalRow> journal() throws SQLException {
    List<JournalRow> rows = new ArrayList<>();
    String sql =
        "SELECT l.seq, e.id, e.type, e.topic, e.subject, e.version"
            + " FROM journal.leaves l LEFT JOIN journal.entries e USING (position) ORDER BY l.seq";
    try (Connection connection = open();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(
            new JournalRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3).intern(),
                interned(row.getString(4)),
                row.getString(5).intern(),
                row.getLong(6),
                Map.of()));
      }
    }
    return rows;
  }

  /** Few words in many rows: types, topics and the names of the counters. */
  private static @Nullable String interned(@Nullable String word) {
    return word == null ? null : word.intern();
  }

  @Override
  public Set<String> inbox(String topic) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (Connection connection = open();
        PreparedStatement select =
            connection.prepareStatement("SELECT event_id FROM journal.inbox WHERE topic = ?")) {
      select.setString(1, topic);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getString(1));
        }
      }
    }
    return ids;
  }

  @Override
  public long count(String sql) throws SQLException {
    try (Connection connection = open();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("no answer");
      }
      return row.getLong(1);
    }
  }

  List<Effect> effects() throws SQLException {
    List<Effect> effects = new ArrayList<>();
    try (Connection connection = open();
        PreparedStatement select =
            connection.prepareStatement("SELECT event, subject, version FROM effects ORDER BY n");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        effects.add(new Effect(row.getString(1), row.getString(2).intern(), row.getLong(3)));
      }
    }
    return effects;
  }

  Map<String, Long> counters() throws SQLException {
    Map<String, Long> counters = new HashMap<>();
    try (Connection connection = open();
        PreparedStatement select =
            connection.prepareStatement("SELECT name, version FROM counters");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        counters.put(row.getString(1), row.getLong(2));
      }
    }
    return counters;
  }

  List<String> parkedKeys() throws SQLException {
    List<String> keys = new ArrayList<>();
    try (Connection connection = open();
        PreparedStatement select =
            connection.prepareStatement("SELECT DISTINCT event_key FROM journal.parked");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        keys.add(row.getString(1));
      }
    }
    return keys;
  }

  Progress progress() throws SQLException {
    return ask(
        "SELECT (SELECT coalesce(max(seq), 0) FROM journal.leaves),"
            + " (SELECT count(*) FROM journal.pending), (SELECT seq FROM journal.published),"
            + " (SELECT count(*) FROM journal.parked)");
  }

  /** How many entries wait behind one that came later and has its number: a queue has none. */
  long passedOver() throws SQLException {
    return count(
        "SELECT count(*) FROM journal.pending"
            + " WHERE position < (SELECT max(position) FROM journal.leaves)");
  }

  /** How many different events have taken effect. */
  long received() throws SQLException {
    return count("SELECT count(DISTINCT event) FROM effects");
  }

  private Progress ask(String sql) throws SQLException {
    try (Connection connection = open();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("no answer");
      }
      return new Progress(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(url);
  }
}
