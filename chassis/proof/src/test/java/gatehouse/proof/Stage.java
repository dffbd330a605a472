package gatehouse.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import gatehouse.journal.Actor;
import gatehouse.journal.Entry;
import gatehouse.journal.JournalSettings;
import gatehouse.journal.append.Envelopes;
import gatehouse.journal.store.Entries;
import gatehouse.journal.store.StoredEntry;
import gatehouse.stage.StagedDatabase;
import gatehouse.web.RequestId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A journal in a real PostgreSQL, without Quarkus. */
public final class Stage extends StagedDatabase {

  /** What makes rows of entries here. */
  public static final Envelopes ENVELOPES =
      new Envelopes(
          new ObjectMapper().registerModule(new JavaTimeModule()),
          UUID::randomUUID,
          InstantSource.system());

  public Stage() {
    super("db/journal");
  }

  /** The journal's settings, all of them defaults. */
  public JournalSettings journal() {
    return settings(JournalSettings.class, Map.of());
  }

  /** The settings of what is proven, defaults but for those given. */
  public ProofSettings proof(Map<String, String> given) {
    return settings(ProofSettings.class, given);
  }

  /** An entry as the journal writes it. */
  public static StoredEntry entry(String subject, long version, @Nullable String topic) {
    Entry.Builder entry =
        Entry.of("gatehouse.stage.thing.changed.v1", subject)
            .by(new Actor("TESTER", "dev.nobody"))
            .clauses("G-01", "E-02")
            .data(Map.of())
            .version(version);
    RequestId.set("request-1");
    return ENVELOPES.seal((topic == null ? entry : entry.topic(topic)).build());
  }

  /** Erases on an order that names the numbers, as the service does. */
  public List<Long> erase(String subject, List<List<Long>> numbers) throws SQLException {
    Entry.Builder order =
        Entry.of("gatehouse.journal.erasure.ordered.v1", "erasure/test")
            .by(new Actor("DATA_STEWARD", "dev.nobody"))
            .data(Map.of("numbers", numbers));
    StoredEntry row = ENVELOPES.seal(order.build());
    try (Connection connection = connections().open("stage");
        PreparedStatement erase =
            connection.prepareStatement("SELECT * FROM journal.erase_by_order(?, ?)")) {
      connection.setAutoCommit(false);
      Entries.insert(connection, List.of(row));
      erase.setString(1, subject);
      erase.setObject(2, row.id());
      try (ResultSet answer = erase.executeQuery()) {
        answer.next();
        List<Long> counts = List.of(answer.getLong(1), answer.getLong(2));
        connection.commit();
        return counts;
      }
    }
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
