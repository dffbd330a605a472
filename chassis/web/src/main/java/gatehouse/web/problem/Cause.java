package gatehouse.web.problem;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What stands behind an exception that nobody expected, told by its chain of causes. */
enum Cause {
  /** The database cannot be reached or is going down. */
  DATABASE_AWAY,
  /** Two transactions wanted to change the same thing. */
  CONCURRENT_CHANGE,
  /** A defect of ours. */
  UNKNOWN;

  /** SQLSTATE classes: connection, insufficient resources, operator intervention. */
  private static final Set<String> AWAY = Set.of("08", "53", "57");

  /** SQLSTATEs: serialization failure, deadlock, lock not available. */
  private static final Set<String> CONCURRENT = Set.of("40001", "40P01", "55P03");

  static Cause of(Throwable thrown) {
    if (anyInChain(thrown, Cause::saysDatabaseAway)) {
      return DATABASE_AWAY;
    }
    return anyInChain(thrown, Cause::saysConcurrentChange) ? CONCURRENT_CHANGE : UNKNOWN;
  }

  private static boolean saysDatabaseAway(Throwable thrown) {
    if (!(thrown instanceof SQLException sql)) {
      return false;
    }
    String state = sql.getSQLState();
    // Agroal's "acquisition timeout" carries no state; every error of PostgreSQL's own does.
    return state == null || (state.length() == 5 && AWAY.contains(state.substring(0, 2)));
  }

  private static boolean saysConcurrentChange(Throwable thrown) {
    return thrown instanceof OptimisticLockException
        || (thrown instanceof SQLException sql
            && sql.getSQLState() != null
            && CONCURRENT.contains(sql.getSQLState()));
  }

  private static boolean anyInChain(Throwable thrown, Predicate<Throwable> says) {
    int depth = 0;
    for (@Nullable Throwable at = thrown; at != null && depth < 32; at = at.getCause()) {
      if (says.test(at)) {
        return true;
      }
      for (Throwable suppressed : at.getSuppressed()) {
        if (says.test(suppressed)) {
          return true;
        }
      }
      depth++;
    }
    return false;
  }
}
