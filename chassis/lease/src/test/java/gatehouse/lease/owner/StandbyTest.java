package gatehouse.lease.owner;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.duty.OwnConnections;
import gatehouse.embedded.EmbeddedPostgres;
import gatehouse.lease.Grant;
import gatehouse.lease.owner.Enforcement.Accepted;
import gatehouse.lease.owner.Enforcement.Enforced;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances of an owner on one real PostgreSQL, one of which dies. */
class StandbyTest {
  private static final Duration TTL = Duration.ofSeconds(1);

  private final EmbeddedPostgres server = EmbeddedPostgres.temporary();
  private final OwnersDatabase owner = new OwnersDatabase(server);
  private final Mortal firstLine = new Mortal();
  private final LendLeases first = owner.lender(firstLine);
  private LendLeases second = owner.lender(owner.connections());

  @BeforeEach
  void start() throws Exception {
    first.start(new StartupEvent());
    Eventually.holds("the first lends", () -> ask(first, null).isPresent());
    second.start(new StartupEvent());
  }

  @AfterEach
  void close() {
    first.stop(new ShutdownEvent());
    second.stop(new ShutdownEvent());
    owner.close();
    server.close();
  }

  @Test
  void theStandbyLendsWhenTheHolderDiesAndHonoursTheLeasesThatItLent() throws Exception {
    assertThat(ask(second, null)).as("one lends at a time").isEmpty();
    owner.fact(1);
    Eventually.holds(
        "the first tells the fact", () -> ask(first, null).orElseThrow().version() == 1);

    Instant lent = Instant.now();
    Grant last = ask(first, null).orElseThrow();
    firstLine.die();
    owner.fact(2);
    Eventually.holds("the second lends", () -> ask(second, null).isPresent());

    Grant next = ask(second, null).orElseThrow();
    assertThat(next.epoch())
        .as("whoever holds an older lease begins anew")
        .isNotEqualTo(last.epoch());
    assertThat(next.version()).as("nothing committed meanwhile is lost").isEqualTo(2);
    assertThat(ask(first, null)).as("the dead one lends nothing").isEmpty();
    Eventually.holds("confirmed in the end", () -> owner.enforcements().of(2) instanceof Enforced);
    Enforced confirmed = (Enforced) owner.enforcements().of(2);
    assertThat(confirmed.at())
        .as("not before the last lease of the dead one has run out")
        .isAfterOrEqualTo(lent.plus(TTL));
    assertThat(owner.confirmations()).as("no version is confirmed twice").doesNotHaveDuplicates();
  }

  @Test
  void nothingIsConfirmedWhileNobodyLends() throws Exception {
    second.stop(new ShutdownEvent());
    Eventually.holds("settled", () -> ask(first, null).isPresent());
    firstLine.die();
    owner.fact(1);

    assertThat(owner.enforcements().of(1)).isInstanceOf(Accepted.class);
    second = owner.lender(owner.connections());
    second.start(new StartupEvent());
    Eventually.holds(
        "the next instance confirms it", () -> owner.enforcements().of(1) instanceof Enforced);
  }

  private static Optional<Grant> ask(LendLeases lender, @Nullable Grant held)
      throws InterruptedException {
    return lender.renew(
        new LeaseRequest(
            "g", held == null ? null : held.epoch(), held == null ? null : held.version()));
  }

  /** The line of an instance to its database, which dies with the instance. */
  private final class Mortal extends OwnConnections {
    private volatile boolean dead;
    private volatile int backend;

    Mortal() {
      super(
          owner.database().url(),
          Optional.of(owner.database().app()),
          Optional.of(owner.database().app()));
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
      owner.update("SELECT pg_terminate_backend(" + backend + ")");
    }
  }
}
