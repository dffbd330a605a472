package gatehouse.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens connections outside the pool, to the same database with the same role. */
@ApplicationScoped
public class OwnConnections {
  /** By which the server, too, notices a peer that vanished in the middle of an answer. */
  private static final String SERVER_SIDE =
      "-c tcp_user_timeout=10000 -c tcp_keepalives_idle=5"
          + " -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

  /**
   * What is committed must be on the disk, also where server, database or role say that it may come
   * later. Set for the session, whatever it was: what is only inherited can change in a running
   * one. The pool's connections do the same (quarkus.datasource.jdbc.new-connection-sql).
   */
  private static final String DURABLE =
      "SELECT set_config('synchronous_commit',"
          + " replace(current_setting('synchronous_commit'), 'off', 'on'), false)";

  private final String url;
  private final Optional<String> user;
  private final Optional<String> password;

  public OwnConnections(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.url = url;
    this.user = user;
    this.password = password;
    try {
      // The manager only offers drivers that this class's own loader has already loaded.
      Class.forName("org.postgresql.Driver");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the PostgreSQL driver is missing", e);
    }
  }

  /** A new connection; {@code purpose} is its name in {@code pg_stat_activity}. */
  public Connection open(String purpose) throws SQLException {
    Properties properties = new Properties();
    user.ifPresent(name -> properties.setProperty("user", name));
    password.ifPresent(word -> properties.setProperty("password", word));
    properties.setProperty("ApplicationName", purpose);
    properties.setProperty("connectTimeout", "5");
    // A peer that vanished without a word is noticed after so many seconds.
    properties.setProperty("socketTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("options", SERVER_SIDE);
    // The driver would repeat rows, and so people's references, in its error messages.
    properties.setProperty("logServerErrorDetail", "false");
    Connection connection = DriverManager.getConnection(url, properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute(DURABLE);
      return connection;
    } catch (SQLException | RuntimeException | Error e) {
      connection.close();
      throw e;
    }
  }
}
