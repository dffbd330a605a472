package gatehouse.journal;

import gatehouse.embedded.EmbeddedPostgres;
import gatehouse.journal.store.Entries;
import gatehouse.journal.store.StoredEntry;
import gatehouse.stage.StagedDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A database with the journal's schema. */
public final class Stage extends StagedDatabase {

  private static final String[] MIGRATIONS = {"db/journal", "db/stage"};

  /** A new database on the one server of this JVM. */
  public Stage() {
    super(MIGRATIONS);
  }

  /** A new database on that server. */
  public Stage(EmbeddedPostgres server) {
    super(server, MIGRATIONS);
  }

  /** The settings' defaults, but for those given. */
  public JournalSettings settings(Map<String, String> given) {
    return settings(JournalSettings.class, given);
  }

  /** An entry as it would be stored. */
  public static StoredEntry entry(String subject, long version, @Nullable String topic) {
    Instant now = Instant.parse("2026-11-21T08:00:00.123456Z");
    String body =
        """
        {"aggregateId":"%s","version":%d,"data":{}}\
        """
            .formatted(subject, version);
    return new StoredEntry(
        UUID.randomUUID(),
        "gatehouse.stage.thing.changed.v1",
        subject,
        version,
        now,
        now,
        "TESTER",
        "dev.nobody",
        List.of("G-01", "E-02"),
        topic,
        "request-1",
        HexFormat.of().parseHex("5a".repeat(32)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** Commits the entries in one transaction. */
  public void write(StoredEntry... rows) throws SQLException {
    try (Connection connection = connections().open("stage")) {
      connection.setAutoCommit(false);
      Entries.insert(connection, List.of(rows));
      connection.commit();
    }
  }
}
