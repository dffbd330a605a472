package gatehouse.station;

import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Both ways to write: with a change of state in one transaction, and without one. */
@ApplicationScoped
class Counters {
  static final String TOPIC = "faults.station.v1";

  private final DataSource dataSource;
  private final Journal journal;
  private final Actors actors;

  Counters(DataSource dataSource, Journal journal, Actors actors) {
    this.dataSource = dataSource;
    this.journal = journal;
    this.actors = actors;
  }

  /** Moves the counter on; the entry carries the counter's version. */
  @Transactional
  UUID turn(String name) throws SQLException {
    long version = next(name);
    return journal.append(entry("gatehouse.station.counter.turned.v1", name, version));
  }

  /** Records without a state; version 0. */
  UUID note(String name) {
    return journal.record(entry("gatehouse.station.counter.noted.v1", name, 0));
  }

  private Entry entry(String type, String name, long version) {
    return Entry.of(type, name)
        .by(actors.service())
        .data(Map.of("name", name))
        .topic(TOPIC)
        .version(version)
        .build();
  }

  private long next(String name) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement upsert =
            connection.prepareStatement(
                "INSERT INTO counters VALUES (?, 1) ON CONFLICT (name)"
                    + " DO UPDATE SET version = counters.version + 1 RETURNING version")) {
      upsert.setString(1, name);
      try (ResultSet row = upsert.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("an upsert returns its row");
        }
        return row.getLong(1);
      }
    }
  }
}
