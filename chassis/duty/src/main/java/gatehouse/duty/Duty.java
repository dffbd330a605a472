package gatehouse.duty;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Work that exactly one instance does at a time. */
public interface Duty {

  /** Called on the connection that has just won the lock, before any work; mostly for nothing. */
  default void assume(Connection connection) throws SQLException {}

  /**
   * Does what is there to do. Every write goes through this connection: when it is lost, so is the
   * lock, and nothing can be written any more by an instance that only believes to hold it.
   *
   * @return true if more may be waiting
   */
  boolean work(Connection connection) throws SQLException;

  /** Called when the lock is lost or given back; mostly for nothing. */
  default void leave() {}

  /**
   * How long the duty may say nothing to the database, beyond the pause between two turns. The
   * server ends the connection of a holder that is silent for longer, and another instance takes
   * over: a machine that stands still or a network that swallows never gives a lock back.
   */
  default Duration silence() {
    return Duration.ofMinutes(1);
  }
}
