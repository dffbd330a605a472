package gatehouse.duty;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs a duty on one instance of the service: the one whose connection holds the duty's advisory
 * lock. Every other instance asks for the lock in turn and takes over when the holder's connection
 * is gone, which the server sees to when the holder falls silent. Needs connections that are
 * sessions (no statement or transaction pooling in between).
 */
public final class SoleLoop {

  private static final Logger LOG = Logger.getLogger(SoleLoop.class);

  /**
   * First half of every lock's number: "gate" in ASCII, so that services' own locks do not meet.
   */
  private static final int LOCK_CLASS = 0x67617465;

  /** Where this instance stands. */
  public enum Standing {
    /** No connection. */
    AWAY,
    /** Another instance holds the lock. */
    WAITING,
    /** This instance does the work. */
    HOLDING
  }

  /** A loop's name (in logs, threads and pg_stat_activity), its lock and its rhythm. */
  public record Rhythm(String name, int lock, Duration poll, Duration takeover) {}

  private record Sign(Standing standing, long nanos) {}

  private final Rhythm rhythm;
  private final OwnConnections connections;
  private final Duty duty;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private boolean failing;
  private volatile Sign sign = new Sign(Standing.AWAY, System.nanoTime());

  public SoleLoop(Rhythm rhythm, OwnConnections connections, Duty duty) {
    this.rhythm = rhythm;
    this.connections = connections;
    this.duty = duty;
    this.thread = Thread.ofPlatform().daemon().name(rhythm.name()).unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Ends the loop after its present turn and gives the lock back. */
  public void stop() {
    stop.countDown();
    try {
      thread.join(10_000);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean stopping() {
    return stop.getCount() == 0;
  }

  public Standing standing() {
    return sign.standing();
  }

  /** How long ago the loop last heard from the database. */
  public Duration silence() {
    return Duration.ofNanos(System.nanoTime() - sign.nanos());
  }

  private void run() {
    while (!stopping()) {
      try (Connection connection = connections.open(rhythm.name())) {
        serve(connection);
      } catch (SQLException | RuntimeException | Error e) {
        // An Error, too: the lock is free again, and the silence tells of what stays broken.
        leave(e);
      }
      pause(rhythm.takeover());
    }
  }

  private void serve(Connection connection) throws SQLException {
    while (!lock(connection)) {
      mark(Standing.WAITING);
      if (pause(rhythm.takeover())) {
        return;
      }
    }
    limitSilence(connection);
    connection.setAutoCommit(false);
    try {
      duty.assume(connection);
      connection.commit();
      mark(Standing.HOLDING);
      LOG.infof("%s: this instance holds the lock", rhythm.name());
      while (!stopping()) {
        boolean more = duty.work(connection);
        mark(Standing.HOLDING);
        if (!more) {
          pause(rhythm.poll());
        }
      }
    } finally {
      duty.leave();
    }
  }

  private boolean lock(Connection connection) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
      ask.setInt(1, LOCK_CLASS);
      ask.setInt(2, rhythm.lock());
      try (ResultSet answer = ask.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  /** The server's own clock runs on where the holder's does not. */
  private void limitSilence(Connection connection) throws SQLException {
    String most = rhythm.poll().plus(duty.silence()).toMillis() + "ms";
    try (PreparedStatement set =
        connection.prepareStatement(
            "SELECT set_config('idle_session_timeout', ?, false),"
                + " set_config('idle_in_transaction_session_timeout', ?, false)")) {
      set.setString(1, most);
      set.setString(2, most);
      set.execute();
    }
  }

  /** The last sign of life keeps its time, so that silence grows from there. */
  private void leave(Throwable e) {
    if (failing) {
      LOG.debugf(e, "%s: still failing", rhythm.name());
    } else {
      LOG.errorf("%s: connection or lock lost, trying again: %s", rhythm.name(), e);
    }
    failing = true;
    sign = new Sign(Standing.AWAY, sign.nanos());
  }

  private void mark(Standing standing) {
    failing = false;
    sign = new Sign(standing, System.nanoTime());
  }

  private boolean pause(Duration time) {
    try {
      return stop.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
