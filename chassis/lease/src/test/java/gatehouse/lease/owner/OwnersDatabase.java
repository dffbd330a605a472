package gatehouse.lease.owner;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.duty.OwnConnections;
import gatehouse.embedded.Database;
import gatehouse.embedded.EmbeddedPostgres;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** The database of an owner on a real PostgreSQL, and owners on it. */
final class OwnersDatabase implements AutoCloseable {
  private final Database database;
  private final AgroalDataSource dataSource;

  OwnersDatabase(EmbeddedPostgres server) {
    database = server.create("owner");
    dataSource = pool(database);
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.owner())
        .locations("db/lease")
        .placeholders(Map.of("app_role", database.app()))
        .load()
        .migrate();
  }

  Database database() {
    return database;
  }

  /** The line of an instance to its database. */
  OwnConnections connections() {
    return new OwnConnections(
        database.url(), Optional.of(database.app()), Optional.of(database.app()));
  }

  /** An instance of the owner. */
  LendLeases lender(OwnConnections connections) {
    Terms terms = new Terms(settings(), UUID::randomUUID, InstantSource.system());
    return new LendLeases(terms, new Versions(), enforcements(), connections);
  }

  Enforcements enforcements() {
    return new Enforcements(dataSource, new ObjectMapper(), settings(), InstantSource.system());
  }

  /** What is denied now is this version. */
  void fact(long version) throws SQLException {
    update("UPDATE lease.version SET version = " + version);
  }

  /** The versions that were confirmed. */
  List<Long> confirmations() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT version FROM lease.enforcements ORDER BY version");
        ResultSet row = select.executeQuery()) {
      List<Long> found = new ArrayList<>();
      while (row.next()) {
        found.add(row.getLong(1));
      }
      return found;
    }
  }

  void update(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement change = connection.prepareStatement(sql)) {
      change.execute();
    }
  }

  @Override
  public void close() {
    dataSource.close();
  }

  /** As services have it: a connection that the server has cut leaves the pool. */
  private static AgroalDataSource pool(Database database) {
    try {
      return AgroalDataSource.from(
          new AgroalPropertiesReader()
              .readProperties(
                  Map.of(
                      AgroalPropertiesReader.JDBC_URL,
                      database.url(),
                      AgroalPropertiesReader.PRINCIPAL,
                      database.app(),
                      AgroalPropertiesReader.CREDENTIAL,
                      database.app(),
                      AgroalPropertiesReader.MAX_SIZE,
                      "4",
                      AgroalPropertiesReader.EXCEPTION_SORTER,
                      PostgreSQLExceptionSorter.class.getName())));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static LeaseSettings settings() {
    return new SmallRyeConfigBuilder()
        .withMapping(LeaseSettings.class)
        .withDefaultValue("gatehouse.lease.lends", "true")
        .addDiscoveredConverters()
        .build()
        .getConfigMapping(LeaseSettings.class);
  }

  /** The versions alone: what they count is the services' matter. */
  private final class Versions implements FactLog {
    @Override
    public long version(Connection connection) throws SQLException {
      try (PreparedStatement select =
              connection.prepareStatement("SELECT version FROM lease.version");
          ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }

    @Override
    public Facts all() {
      return since(0);
    }

    @Override
    public Facts since(long version) {
      try (Connection connection = dataSource.getConnection()) {
        return new Facts(version(connection), true, List.of());
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
