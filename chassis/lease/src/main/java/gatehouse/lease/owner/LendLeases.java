package gatehouse.lease.owner;

import gatehouse.duty.Duty;
import gatehouse.duty.OwnConnections;
import gatehouse.duty.SoleLoop;
import gatehouse.lease.Grant;
import gatehouse.lease.owner.Enforcement.Enforced;
import gatehouse.lease.owner.FactLog.Facts;
import gatehouse.lease.owner.LeaseDesk.Turn;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Lends leases, on the one instance that holds the lock and while its database answers: without it
 * facts may be committed unseen, so nothing is lent and every holder's lease runs out.
 */
@ApplicationScoped
public class LendLeases implements Duty {
  private static final Logger LOG = Logger.getLogger(LendLeases.class);
  private static final int LOCK = 31;

  private final Terms terms;
  private final FactLog log;
  private final Enforcements enforcements;
  private final LeaseDesk desk;
  private final SoleLoop loop;
  private UUID epoch = new UUID(0, 0);
  private long slowLookedAt = System.nanoTime();

  LendLeases(Terms terms, FactLog log, Enforcements enforcements, OwnConnections connections) {
    this.terms = terms;
    this.log = log;
    this.enforcements = enforcements;
    this.desk = terms.desk();
    this.loop = new SoleLoop(terms.rhythm(LOCK), connections, this);
  }

  void start(@Observes @Priority(250) StartupEvent event) {
    if (terms.settings().lends()) {
      loop.start();
    }
  }

  void stop(@Observes @Priority(7900) ShutdownEvent event) {
    if (terms.settings().lends()) {
      loop.stop();
    }
  }

  /**
   * Lends or renews; waits for news as long as the settings say.
   *
   * @return empty when this instance cannot lend: it does not hold the lock, or its database is
   *     silent
   */
  public Optional<Grant> renew(LeaseRequest request) throws InterruptedException {
    Turn turn = desk.await(request).orElse(null);
    if (turn == null) {
      return Optional.empty();
    }
    Facts facts = turn.facts(log);
    return desk.lasts(turn.epoch())
        ? Optional.of(
            new Grant(
                turn.epoch(),
                facts.version(),
                terms.settings().ttl(),
                facts.complete(),
                facts.facts()))
        : Optional.empty();
  }

  /** How many holders may have a lease that lives. */
  long alive() {
    return desk.alive();
  }

  @Override
  public void assume(Connection connection) throws SQLException {
    epoch = terms.ids().next();
    desk.open(new LeaseBook(epoch, terms.life(), desk.now()));
    LOG.infof("leases are lent under epoch %s", epoch);
  }

  @Override
  public boolean work(Connection connection) throws SQLException {
    desk.reading();
    List<Enforced> enforced = desk.read(log.version(connection));
    List<LeaseBook.Slow> slow = slow();
    if (enforced.isEmpty() && slow.isEmpty()) {
      connection.rollback();
    } else {
      enforcements.keep(connection, epoch, enforced);
      enforcements.keepSlow(connection, slow);
      connection.commit();
    }
    return false;
  }

  /** Told once in a lease's life: people read it. */
  private List<LeaseBook.Slow> slow() {
    long now = System.nanoTime();
    if (now - slowLookedAt < terms.life().toNanos()) {
      return List.of();
    }
    slowLookedAt = now;
    return desk.slow();
  }

  @Override
  public void leave() {
    desk.close();
  }

  /** Everybody waits for this duty: a holder that stands still is replaced soon. */
  @Override
  public Duration silence() {
    return Duration.ofSeconds(5);
  }
}
