package gatehouse.duty;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.duty.SoleLoop.Rhythm;
import gatehouse.duty.SoleLoop.Standing;
import gatehouse.embedded.Database;
import gatehouse.embedded.EmbeddedPostgres;
import gatehouse.embedded.Eventually;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A holder whose machine is frozen, or cut off without a word: its connection stays open. */
class SoleLoopTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Rhythm RHYTHM =
      new Rhythm("frozen-duty", 99, Duration.ofMillis(20), Duration.ofMillis(50));

  private final EmbeddedPostgres server = EmbeddedPostgres.temporary();
  private final Database database = server.create("duty");
  private final CountDownLatch thaw = new CountDownLatch(1);

  @AfterEach
  void thawed() {
    thaw.countDown();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aHolderThatStandsStillIsReplacedAndWritesNothingWhenItWakesUp(boolean inTransaction)
      throws Exception {
    Frozen frozen = new Frozen(inTransaction);
    SoleLoop first = new SoleLoop(RHYTHM, connections(), frozen);
    SoleLoop second = new SoleLoop(RHYTHM, connections(), new Idle());
    first.start();
    Eventually.holds("standing still", SOON, () -> frozen.stands.getCount() == 0);

    second.start();

    Eventually.holds("taken over", SOON, () -> second.standing() == Standing.HOLDING);
    thaw.countDown();
    Eventually.holds("woken up and refused", SOON, () -> frozen.refused.getCount() == 0);
    assertThat(frozen.wrote).isFalse();
    assertThat(second.standing()).isEqualTo(Standing.HOLDING);
    first.stop();
    second.stop();
  }

  /** A class that cannot be loaded is no exception, and ends a thread that does not expect it. */
  @Test
  void aDutyThatMeetsAnErrorIsTakenUpAgain() throws Exception {
    AtomicInteger turns = new AtomicInteger();
    Idle broken =
        new Idle() {
          @Override
          public boolean work(Connection connection) throws SQLException {
            if (turns.incrementAndGet() == 1) {
              throw new NoClassDefFoundError("a class that the duty needs");
            }
            return super.work(connection);
          }
        };
    SoleLoop loop = new SoleLoop(RHYTHM, connections(), broken);

    loop.start();

    Eventually.holds("works again", SOON, () -> turns.get() > 2);
    assertThat(loop.standing()).isEqualTo(Standing.HOLDING);
    loop.stop();
  }

  private OwnConnections connections() {
    return new OwnConnections(
        database.url(), Optional.of(database.app()), Optional.of(database.app()));
  }

  /** May be silent for half a second. */
  private static class Idle implements Duty {
    @Override
    public void assume(Connection connection) {}

    @Override
    public boolean work(Connection connection) throws SQLException {
      ask(connection);
      connection.rollback();
      return false;
    }

    @Override
    public void leave() {}

    @Override
    public Duration silence() {
      return Duration.ofMillis(500);
    }

    static void ask(Connection connection) throws SQLException {
      try (PreparedStatement one = connection.prepareStatement("SELECT 1")) {
        one.execute();
      }
    }
  }

  /** Stands still in its first turn, and tries to write when it wakes up. */
  private final class Frozen extends Idle {
    private final boolean inTransaction;
    private final CountDownLatch stands = new CountDownLatch(1);
    private final CountDownLatch refused = new CountDownLatch(1);
    private volatile boolean wrote;

    private Frozen(boolean inTransaction) {
      this.inTransaction = inTransaction;
    }

    @Override
    public boolean work(Connection connection) throws SQLException {
      if (stands.getCount() == 0) {
        return super.work(connection);
      }
      if (inTransaction) {
        ask(connection);
      }
      stands.countDown();
      try {
        thaw.await();
        ask(connection);
        wrote = true;
      } catch (SQLException e) {
        refused.countDown();
        throw e;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      return false;
    }
  }
}
