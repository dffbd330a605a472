package gatehouse.lease.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.embedded.Database;
import gatehouse.embedded.EmbeddedPostgres;
import gatehouse.journal.store.OwnConnections;
import gatehouse.lease.Grant;
import gatehouse.lease.owner.Enforcement.Accepted;
import gatehouse.lease.owner.Enforcement.Enforced;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances of an owner on one real PostgreSQL, one of which dies. */
class StandbyTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration TTL = Duration.ofSeconds(1);

  private final EmbeddedPostgres server = EmbeddedPostgres.temporary();
  private final Database database = server.create("standby");
  private final AgroalDataSource dataSource = pool(database);
  private final Mortal firstLine = new Mortal();
  private final LendLeases first = lender(firstLine);
  private LendLeases second = lender(new Mortal());

  @BeforeEach
  void start() throws Exception {
    Flyway.configure()
        .dataSource(database.url(), database.owner(), database.owner())
        .locations("db/lease")
        .placeholders(Map.of("app_role", database.app()))
        .load()
        .migrate();
    first.start(new StartupEvent());
    holds("the first lends", () -> ask(first, null).isPresent());
    second.start(new StartupEvent());
  }

  @AfterEach
  void close() {
    first.stop(new ShutdownEvent());
    second.stop(new ShutdownEvent());
    dataSource.close();
    server.close();
  }

  @Test
  void theStandbyLendsWhenTheHolderDiesAndHonoursTheLeasesThatItLent() throws Exception {
    assertThat(ask(second, null)).as("one lends at a time").isEmpty();
    fact(1);
    holds("the first tells the fact", () -> ask(first, null).orElseThrow().version() == 1);

    Instant lent = Instant.now();
    Grant last = ask(first, null).orElseThrow();
    firstLine.die();
    fact(2);
    holds("the second lends", () -> ask(second, null).isPresent());

    Grant next = ask(second, null).orElseThrow();
    assertThat(next.epoch())
        .as("whoever holds an older lease begins anew")
        .isNotEqualTo(last.epoch());
    assertThat(next.version()).as("nothing committed meanwhile is lost").isEqualTo(2);
    assertThat(ask(first, null)).as("the dead one lends nothing").isEmpty();
    holds("confirmed in the end", () -> enforcements().of(2) instanceof Enforced);
    Enforced confirmed = (Enforced) enforcements().of(2);
    assertThat(confirmed.at())
        .as("not before the last lease of the dead one has run out")
        .isAfterOrEqualTo(lent.plus(TTL));
    assertThat(confirmations()).as("no version is confirmed twice").doesNotHaveDuplicates();
  }

  @Test
  void nothingIsConfirmedWhileNobodyLends() throws Exception {
    second.stop(new ShutdownEvent());
    holds("settled", () -> ask(first, null).isPresent());
    firstLine.die();
    fact(1);

    assertThat(enforcements().of(1)).isInstanceOf(Accepted.class);
    second = lender(new Mortal());
    second.start(new StartupEvent());
    holds("the next instance confirms it", () -> enforcements().of(1) instanceof Enforced);
  }

  private static AgroalDataSource pool(Database database) {
    try {
      return AgroalDataSource.from(
          new AgroalPropertiesReader()
              .readProperties(
                  Map.of(
                      AgroalPropertiesReader.JDBC_URL, database.url(),
                      AgroalPropertiesReader.PRINCIPAL, database.app(),
                      AgroalPropertiesReader.CREDENTIAL, database.app(),
                      AgroalPropertiesReader.MAX_SIZE, "4")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Grant> ask(LendLeases lender, @Nullable Grant held) {
    try {
      return lender.renew(
          new LeaseRequest(
              "g", held == null ? null : held.epoch(), held == null ? null : held.version()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private LendLeases lender(OwnConnections connections) {
    Terms terms = new Terms(settings(), UUID::randomUUID, InstantSource.system());
    return new LendLeases(terms, new Versions(), enforcements(), connections);
  }

  private Enforcements enforcements() {
    return new Enforcements(dataSource, new ObjectMapper(), settings(), InstantSource.system());
  }

  private static LeaseSettings settings() {
    return new SmallRyeConfigBuilder()
        .withMapping(LeaseSettings.class)
        .withDefaultValue("gatehouse.lease.lends", "true")
        .addDiscoveredConverters()
        .build()
        .getConfigMapping(LeaseSettings.class);
  }

  private void fact(long version) throws SQLException {
    update("UPDATE lease.version SET version = " + version);
  }

  private List<Long> confirmations() throws SQLException {
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

  private void update(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement change = connection.prepareStatement(sql)) {
      change.execute();
    }
  }

  private static void holds(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("not within " + SOON + ": " + what).isLessThan(deadline);
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** The line of an instance to its database, which dies with the instance. */
  private final class Mortal extends OwnConnections {
    private volatile boolean dead;
    private volatile int backend;

    Mortal() {
      super(database.url(), Optional.of(database.app()), Optional.of(database.app()));
    }

    @Override
    public Connection open(String purpose) throws SQLException {
      if (dead) {
        throw new SQLException("this instance is dead");
      }
      Connection connection = super.open(purpose);
      try (PreparedStatement ask = connection.prepareStatement("SELECT pg_backend_pid()");
          ResultSet row = ask.executeQuery()) {
        row.next();
        backend = row.getInt(1);
      }
      return connection;
    }

    void die() throws SQLException {
      dead = true;
      update("SELECT pg_terminate_backend(" + backend + ")");
    }
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
