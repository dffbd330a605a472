package gatehouse.journal;

import gatehouse.embedded.Database;
import gatehouse.embedded.EmbeddedPostgres;
import gatehouse.journal.store.Entries;
import gatehouse.journal.store.OwnConnections;
import gatehouse.journal.store.StoredEntry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A database with the journal's schema, without Quarkus, to be treated badly. */
public final class Stage {

  private static final String PARKED_KEY = "t:" + Base64.getEncoder().encodeToString(new byte[32]);

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = started();

  private final Database database;

  /** A new database on the one server of this JVM. */
  public Stage() {
    this(SERVER);
  }

  /** A new database on that server. */
  public Stage(EmbeddedPostgres server) {
    database = server.create("stage" + letters(COUNT.getAndIncrement()));
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.owner())
        .locations("db/journal", "db/stage")
        .placeholders(Map.of("app_role", database.app()))
        .load()
        .migrate();
  }

  private static String letters(int number) {
    return String.valueOf(new char[] {(char) ('a' + number / 26), (char) ('a' + number % 26)});
  }

  private static EmbeddedPostgres started() {
    EmbeddedPostgres server = EmbeddedPostgres.temporary();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  /** Connections of the application role. */
  public OwnConnections connections() {
    return new OwnConnections(
        database.url(), Optional.of(database.app()), Optional.of(database.app()));
  }

  /** The settings' defaults, but for those given. */
  public JournalSettings settings(Map<String, String> given) {
    Map<String, String> all = new HashMap<>(given);
    all.put("quarkus.application.name", "stage");
    all.put("gatehouse.journal.receive.parked-keys", PARKED_KEY);
    return new SmallRyeConfigBuilder()
        .withMapping(JournalSettings.class)
        .withDefaultValues(all)
        .addDiscoveredConverters()
        .addDefaultInterceptors()
        .build()
        .getConfigMapping(JournalSettings.class);
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

  /** The first column of the answer. */
  public List<String> ask(String sql) throws SQLException {
    List<String> answer = new ArrayList<>();
    try (Connection connection = connections().open("stage");
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        answer.add(row.getString(1));
      }
    }
    return answer;
  }

  /** What only the owner of the schema may do; returns the answer's first row. */
  public List<Long> asOwner(String sql) throws SQLException {
    List<Long> answer = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.owner(), database.owner());
        PreparedStatement ask = connection.prepareStatement(sql);
        ResultSet row = ask.executeQuery()) {
      row.next();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        answer.add(row.getLong(i));
      }
    }
    return answer;
  }

  /** Cuts every connection of that purpose; returns how many there were. */
  public long cut(String purpose) throws SQLException {
    return ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '"
            + purpose
            + "'")
        .size();
  }
}
