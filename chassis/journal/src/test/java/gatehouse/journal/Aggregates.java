package gatehouse.journal;

import gatehouse.journal.append.NewRow;
import gatehouse.journal.append.NewRows;
import gatehouse.journal.append.SharedCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** What a use case of a service does: change its aggregate and append, in one transaction. */
@ApplicationScoped
class Aggregates {

  private final DataSource dataSource;
  private final Journal journal;
  private final NewRows newRows;

  Aggregates(DataSource dataSource, Journal journal, NewRows newRows) {
    this.dataSource = dataSource;
    this.journal = journal;
    this.newRows = newRows;
  }

  /** A row of the first version. */
  public record First(String key) implements NewRow {
    private static final Table AGGREGATES =
        new Table(
            "aggregates",
            "key",
            List.of(new Column("key", Type.TEXT), new Column("version", Type.BIGINT)));

    @Override
    public Table table() {
      return AGGREGATES;
    }

    @Override
    public List<Object> values() {
      return List.of(key, 1L);
    }
  }

  @SharedCommit
  UUID bring(String key) {
    newRows.write(new First(key));
    return journal.append(entry(key, 1, "incident.recovery.v1", new Actor("TESTER", "x")));
  }

  @SharedCommit
  void bringAndFail(String key) {
    newRows.write(new First(key));
    journal.append(entry(key, 1, "incident.recovery.v1", new Actor("TESTER", "x")));
    throw new IllegalArgumentException("after the append");
  }

  @Transactional
  UUID bringWithin(String key) {
    newRows.write(new First(key));
    return journal.append(entry(key, 1, "incident.recovery.v1", new Actor("TESTER", "x")));
  }

  void bringOutside(String key) {
    newRows.write(new First(key));
  }

  @Transactional
  UUID change(String key, String topic, Actor actor) throws SQLException {
    long version = next(key);
    return journal.append(entry(key, version, topic, actor));
  }

  @Transactional
  void changeAndFail(String key) throws SQLException {
    long version = next(key);
    journal.append(entry(key, version, "incident.recovery.v1", new Actor("TESTER", "x")));
    throw new IllegalArgumentException("after the append");
  }

  static Entry entry(String key, long version, String topic, Actor actor) {
    return Entry.of("gatehouse.stage.thing.changed.v1", key)
        .by(actor)
        .clauses("G-01", "E-02")
        .data(Map.of("n", version))
        .topic(topic)
        .version(version)
        .build();
  }

  private long next(String key) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement upsert =
            connection.prepareStatement(
                "INSERT INTO aggregates VALUES (?, 1) ON CONFLICT (key)"
                    + " DO UPDATE SET version = aggregates.version + 1 RETURNING version")) {
      upsert.setString(1, key);
      try (ResultSet row = upsert.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("an upsert returns its row");
        }
        return row.getLong(1);
      }
    }
  }
}
