package gatehouse.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** What a use case of a service does: change its aggregate and append, in one transaction. */
@ApplicationScoped
class Aggregates {

  private final DataSource dataSource;
  private final Journal journal;

  Aggregates(DataSource dataSource, Journal journal) {
    this.dataSource = dataSource;
    this.journal = journal;
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
