package gatehouse.lease.owner;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.embedded.EmbeddedPostgres;
import gatehouse.embedded.Ports;
import gatehouse.embedded.Standstill;
import gatehouse.lease.Grant;
import gatehouse.lease.holder.HeldLease;
import gatehouse.lease.holder.LeaseState.RanOut;
import gatehouse.lease.holder.RenewLease;
import gatehouse.lease.owner.Enforcement.Enforced;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner's real database goes, or stands still, under leases that live. */
class DatabaseDownTest {
  private static final Duration TTL = Duration.ofSeconds(1);

  /** The owner waits 0.6 s at the most; beyond it stands what a busy machine adds. */
  private static final Duration BOUND = Duration.ofSeconds(5);

  @TempDir private static Path folder = Path.of("");

  private final int port = Ports.free();
  private final Path data = folder.resolve(UUID.randomUUID().toString());
  private EmbeddedPostgres server = started();
  private final OwnersDatabase owner = new OwnersDatabase(server);
  private final LendLeases lender = owner.lender(owner.connections());
  private final HeldLease lease = new HeldLease(System::nanoTime, grant -> {});
  private final RenewLease renewal =
      new RenewLease(
          "test",
          lease,
          (epoch, applied) -> ask("renewing", epoch, applied).orElseThrow(),
          System::nanoTime,
          Duration.ofMillis(50));

  @AfterEach
  void close() {
    renewal.stop();
    lender.stop(new ShutdownEvent());
    owner.close();
    server.close();
  }

  @Test
  @Clause("G-51")
  void leasesRunOutWhileItIsGoneAndItGoesOnByItself() throws Exception {
    Instant lent = aFactThatNobodyHasApplied();

    server.close();
    leasesRunOutAndNothingIsLent(System.nanoTime());
    server = started();

    goesOn(lent);
  }

  @Test
  @Clause("G-51")
  void leasesRunOutWhileItTakesConnectionsAndSaysNothing() throws Exception {
    Instant lent = aFactThatNobodyHasApplied();

    try (Standstill _ = Standstill.of(data)) {
      leasesRunOutAndNothingIsLent(System.nanoTime());
    }

    goesOn(lent);
  }

  /** And that a holder with a lease, which never says another word, must not be counted out of. */
  private Instant aFactThatNobodyHasApplied() throws Exception {
    lender.start(new StartupEvent());
    renewal.start();
    Eventually.holds("a lease lives", lease::isLive);
    Eventually.holds("all is quiet", () -> owner.enforcements().of(0) instanceof Enforced);
    Instant lent = Instant.now();
    Grant _ = ask("silent", null, null).orElseThrow();
    owner.fact(1);
    return lent;
  }

  private void leasesRunOutAndNothingIsLent(long since) throws Exception {
    Eventually.holds("the lease runs out", () -> !lease.isLive());
    assertThat(lease.state())
        .isInstanceOfSatisfying(
            RanOut.class,
            over ->
                assertThat(over.endedAt() - since)
                    .as("no lease outlives the database by more than its time to live")
                    .isLessThanOrEqualTo(TTL.toNanos()));
    long asked = System.nanoTime();
    assertThat(ask("newcomer", null, null)).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(BOUND);
  }

  private void goesOn(Instant lent) throws Exception {
    Eventually.holds("it lends again", lease::isLive);
    Eventually.holds("the fact is confirmed in the end", () -> isEnforced(1));
    assertThat(((Enforced) owner.enforcements().of(1)).at())
        .as("not before the last lease without it has run out")
        .isAfterOrEqualTo(lent.plus(TTL));
  }

  /** Connections of the pool that the server has cut tell so once each. */
  private boolean isEnforced(long version) {
    try {
      return owner.enforcements().of(version) instanceof Enforced;
    } catch (IllegalStateException _) {
      return false;
    }
  }

  private EmbeddedPostgres started() {
    return EmbeddedPostgres.persistent(data, port, folder.resolve("postgres.log"));
  }

  private Optional<Grant> ask(String holder, @Nullable UUID epoch, @Nullable Long applied) {
    try {
      return lender.renew(new LeaseRequest(holder, epoch, applied));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
