package gatehouse.stage;

import gatehouse.duty.OwnConnections;
import gatehouse.embedded.Database;
import gatehouse.embedded.EmbeddedPostgres;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * A database with a library's schema, without Quarkus, to be treated badly. A library's tests add
 * to it what its rows look like.
 */
public class StagedDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Database database;

  /** A new database with these migrations on the one server of this JVM. */
  public StagedDatabase(String... migrations) {
    this(OneServer.STARTED, migrations);
  }

  /** A new database with these migrations on that server. */
  public StagedDatabase(EmbeddedPostgres server, String... migrations) {
    database = server.create("stage" + letters(COUNT.getAndIncrement()));
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.owner())
        .locations(migrations)
        .placeholders(Map.of("app_role", database.app()))
        .load()
        .migrate();
  }

  private static String letters(int number) {
    return String.valueOf(new char[] {(char) ('a' + number / 26), (char) ('a' + number % 26)});
  }

  /** Connections of the application role. */
  public OwnConnections connections() {
    return new OwnConnections(
        database.url(), Optional.of(database.app()), Optional.of(database.app()));
  }

  /** The mapped settings' defaults, but for those given. */
  public <T> T settings(Class<T> mapping, Map<String, String> given) {
    Map<String, String> all = new HashMap<>();
    // The server here writes nothing to the disk before it answers.
    all.put("gatehouse.journal.sequence.crash-safe-required", "false");
    all.putAll(given);
    all.put("quarkus.application.name", "stage");
    return new SmallRyeConfigBuilder()
        .withMapping(mapping)
        .withDefaultValues(all)
        .addDiscoveredConverters()
        .addDefaultInterceptors()
        .build()
        .getConfigMapping(mapping);
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

  /** A connection of the schema's owner. */
  public Connection owner() throws SQLException {
    return DriverManager.getConnection(database.url(), database.owner(), database.owner());
  }

  /** What only the owner of the schema may do; returns the answer's first row. */
  public List<Long> asOwner(String sql) throws SQLException {
    List<Long> answer = new ArrayList<>();
    try (Connection connection = owner();
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

  /** Started when it is first needed. */
  private static final class OneServer {
    static final EmbeddedPostgres STARTED = started();

    private static EmbeddedPostgres started() {
      EmbeddedPostgres server = EmbeddedPostgres.temporary();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return server;
    }
  }
}
