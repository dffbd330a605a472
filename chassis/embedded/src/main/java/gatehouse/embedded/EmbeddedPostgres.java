package gatehouse.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL 18 server as a child process, on loopback, with one database per service. Works
 * without installation and as root.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

  private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts a server on a free port whose data are deleted when it is closed. */
  public static EmbeddedPostgres temporary() {
    return start(null, 0, Redirect.DISCARD);
  }

  /**
   * Starts a server over the folder, which keeps its data from run to run.
   *
   * @param log where the server writes what it has to say
   * @throws UncheckedIOException when it does not come up, for example because the port is taken
   */
  public static EmbeddedPostgres persistent(Path folder, int port, Path log) {
    return start(folder, port, Redirect.appendTo(log.toFile()));
  }

  private static EmbeddedPostgres start(@Nullable Path folder, int port, Redirect log) {
    QuietLogs.settle();
    try {
      var builder =
          io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
              .setPGStartupWait(PATIENCE)
              // The library's default would lose acknowledged commits in a crash.
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("fsync", folder == null ? "off" : "on")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_buffers", "64MB")
              .setLocaleConfig("locale", "C.UTF-8")
              .setLocaleConfig("encoding", "UTF8")
              .setOutputRedirector(log)
              .setErrorRedirector(log);
      if (folder != null) {
        // Whoever keeps the data decides when the server stops, and in which order.
        builder
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false);
      }
      if (port != 0) {
        builder.setPort(port);
      }
      return new EmbeddedPostgres(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  /** The port that the server listens on. */
  public int port() {
    return server.getPort();
  }

  /**
   * The process that serves the folder, as the server itself has noted it there. After a crash the
   * note may name a process that is gone, or another one by now.
   */
  public static OptionalLong pidIn(Path folder) {
    try {
      List<String> note = Files.readAllLines(folder.resolve("postmaster.pid"));
      return note.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(note.getFirst().strip()));
    } catch (IOException | NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  /**
   * Creates the database and its two roles unless they exist: {@code <name>_owner} owns it (for
   * migrations), {@code <name>_app} may connect and gets its rights from the migrations. For
   * development each password equals its role's name.
   *
   * @throws IllegalStateException when the server refuses
   */
  public Database create(String name) {
    return createOn(port(), name);
  }

  /** {@link #create} on a server that another class loader or process started. */
  public static Database createOn(int port, String name) {
    Database database = new Database(name, port);
    String administration = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    try (Connection connection = DriverManager.getConnection(administration, "postgres", "");
        Statement statement = connection.createStatement()) {
      createRole(statement, database.owner());
      createRole(statement, database.app());
      if (isMissing(statement, "select 1 from pg_database where datname = '" + name + "'")) {
        statement.execute("create database " + name + " owner " + database.owner());
        statement.execute("revoke all on database " + name + " from public");
        statement.execute("grant connect on database " + name + " to " + database.app());
      }
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException("Database " + name + " was not created", e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void createRole(Statement statement, String role) throws SQLException {
    if (isMissing(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
      statement.execute("create role " + role + " login password '" + role + "'");
    }
  }

  private static boolean isMissing(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      return !found.next();
    }
  }
}
