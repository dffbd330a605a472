package gatehouse.journal.store;

import gatehouse.journal.store.StoredEntry.Numbered;
import gatehouse.journal.store.ToldPart.Next;
import gatehouse.tree.Leaf;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** SQL of the entries. */
public final class Entries {

  // One statement for one row or a thousand. The order of the arrays is the order of the
  // identities.
  // A row that is there already stays: a batch whose commit was in doubt can be written again.
  private static final String INSERT =
      """
      written AS (
        INSERT INTO journal.entries (id, type, subject, version, occurred_at, recorded_at,
                                     actor_role, actor_hash, clauses, topic, request_id, salt,
                                     body)
        SELECT id, type, subject, version, occurred_at, recorded_at,
               actor_role, actor_hash, string_to_array(clauses, ','), topic, request_id, salt, body
        FROM unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[],
                    ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::bytea[], ?::bytea[])
             WITH ORDINALITY AS r (id, type, subject, version, occurred_at, recorded_at,
                                   actor_role, actor_hash, clauses, topic, request_id, salt, body,
                                   n)
        ORDER BY n
        ON CONFLICT (id) DO NOTHING
        RETURNING position)
      INSERT INTO journal.pending (position) SELECT position FROM written
      """;

  // Looked up one by one (OFFSET 0 forbids another plan): a plan made while the tables were empty
  // would read all entries from the first on, and be kept.
  private static final String BY_POSITION =
      "CROSS JOIN LATERAL (SELECT * FROM journal.entries WHERE position = p.position OFFSET 0) e ";

  private static final String AFTER =
      """
      SELECT p.seq, e.id, e.type, e.subject, e.version, e.occurred_at, e.recorded_at,
             e.actor_role, e.actor_hash, e.clauses, e.topic, e.request_id, e.salt, e.body
      FROM journal.leaves p \
      """
          + BY_POSITION
          + "WHERE p.seq > ? ORDER BY p.seq LIMIT ?";

  private static final String TO_TELL =
      """
      SELECT p.seq, e.id, e.type, e.subject, e.occurred_at, e.topic, e.request_id, e.body
      FROM journal.leaves p \
      """
          + BY_POSITION
          + "WHERE p.seq > ? ORDER BY p.seq LIMIT ?";

  private static final String UNNUMBERED =
      """
      SELECT p.position, e.id, e.type, e.topic, e.request_id, e.salt, e.body
      FROM journal.pending p \
      """
          + BY_POSITION
          + "ORDER BY p.position LIMIT ?";

  private static final Others NOTHING =
      new Others() {
        @Override
        public String expressions() {
          return "";
        }

        @Override
        public int bind(PreparedStatement statement) {
          return 1;
        }
      };

  private Entries() {}

  /** What waits for its number, by the position at which it was inserted. */
  public record Queued(long position, Leaf leaf) {}

  /** What goes to the disk in the same statement as entries. */
  public interface Others {
    /** Common table expressions, each followed by a comma; empty when there is nothing. */
    String expressions();

    /** Sets their parameters, from the first on; returns the index behind the last. */
    int bind(PreparedStatement statement) throws SQLException;
  }

  /** Writes the rows, in this order, in the transaction of the connection. */
  public static void insert(Connection connection, List<StoredEntry> rows) throws SQLException {
    insert(connection, rows, NOTHING);
  }

  /** Writes the rows and the others in one statement: all of it is there then, or nothing. */
  public static void insert(Connection connection, List<StoredEntry> rows, Others others)
      throws SQLException {
    String sql = "WITH " + others.expressions() + INSERT;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      bind(insert, others.bind(insert), rows);
      insert.executeUpdate();
    }
  }

  private static void bind(PreparedStatement insert, int first, List<StoredEntry> rows)
      throws SQLException {
    Connection connection = insert.getConnection();
    int i = first;
    insert.setArray(i++, texts(connection, "uuid", rows, row -> row.id().toString()));
    insert.setArray(i++, texts(connection, "text", rows, StoredEntry::type));
    insert.setArray(i++, texts(connection, "text", rows, StoredEntry::subject));
    Long[] versions = rows.stream().map(StoredEntry::version).toArray(Long[]::new);
    insert.setArray(i++, connection.createArrayOf("bigint", versions));
    insert.setArray(i++, texts(connection, "text", rows, row -> row.occurredAt().toString()));
    insert.setArray(i++, texts(connection, "text", rows, row -> row.recordedAt().toString()));
    insert.setArray(i++, texts(connection, "text", rows, StoredEntry::actorRole));
    insert.setArray(i++, texts(connection, "text", rows, StoredEntry::actorHash));
    insert.setArray(i++, texts(connection, "text", rows, row -> String.join(",", row.clauses())));
    insert.setArray(i++, texts(connection, "text", rows, StoredEntry::topic));
    insert.setArray(i++, texts(connection, "text", rows, StoredEntry::requestId));
    byte @Nullable [][] salts = rows.stream().map(StoredEntry::salt).toArray(byte[][]::new);
    insert.setArray(i++, connection.createArrayOf("bytea", salts));
    byte[][] bodies = rows.stream().map(StoredEntry::body).toArray(byte[][]::new);
    insert.setArray(i, connection.createArrayOf("bytea", bodies));
  }

  /** Numbered entries behind the given number, in order. */
  public static List<Numbered> after(Connection connection, long seq, int limit)
      throws SQLException {
    List<Numbered> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(AFTER)) {
      select.setLong(1, seq);
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new Numbered(row.getLong("seq"), entry(row)));
        }
      }
    }
    return found;
  }

  /** What others are to be told behind the given number, in order. */
  public static List<Next> toTell(Connection connection, long seq, int limit) throws SQLException {
    List<Next> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(TO_TELL)) {
      select.setLong(1, seq);
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new Next(row.getLong("seq"), told(row)));
        }
      }
    }
    return found;
  }

  /**
   * Entries without a number, in the order of their positions. One statement, hence one snapshot:
   * an entry is never seen before an earlier one of its subject.
   */
  public static List<Queued> unnumbered(Connection connection, int limit) throws SQLException {
    List<Queued> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(UNNUMBERED)) {
      select.setInt(1, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new Queued(row.getLong("position"), leaf(row)));
        }
      }
    }
    return found;
  }

  private static Leaf leaf(ResultSet row) throws SQLException {
    return new Leaf(
        row.getObject("id", UUID.class),
        row.getString("type"),
        row.getString("topic"),
        row.getString("request_id"),
        row.getBytes("salt"),
        row.getBytes("body"));
  }

  private static ToldPart told(ResultSet row) throws SQLException {
    return new ToldPart(
        row.getObject("id", UUID.class),
        row.getString("type"),
        row.getString("subject"),
        instant(row, "occurred_at"),
        row.getString("topic"),
        row.getString("request_id"),
        row.getBytes("body"));
  }

  private static StoredEntry entry(ResultSet row) throws SQLException {
    return new StoredEntry(
        row.getObject("id", UUID.class),
        row.getString("type"),
        row.getString("subject"),
        row.getLong("version"),
        instant(row, "occurred_at"),
        instant(row, "recorded_at"),
        row.getString("actor_role"),
        row.getString("actor_hash"),
        List.of((String[]) row.getArray("clauses").getArray()),
        row.getString("topic"),
        row.getString("request_id"),
        row.getBytes("salt"),
        row.getBytes("body"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Array texts(
      Connection connection,
      String type,
      List<StoredEntry> rows,
      Function<StoredEntry, @Nullable String> part)
      throws SQLException {
    @Nullable String[] parts = new @Nullable String[rows.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part.apply(rows.get(i));
    }
    return connection.createArrayOf(type, parts);
  }
}
