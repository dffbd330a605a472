package gatehouse.inbox.receive;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells passing trouble from poison, and names both without repeating anybody's data. */
final class Trouble {

  private static final int DEEPEST = 20;

  private Trouble() {}

  /**
   * Whether the same event may well succeed later: the database is away, full, busy or has chosen
   * this transaction as a victim.
   */
  static boolean passes(Throwable trouble) {
    return causes(trouble).anyMatch(Trouble::isPassing);
  }

  /** The classes of the chain of causes. Messages stay out: they may quote what was received. */
  static String name(Throwable trouble) {
    return causes(trouble)
        .map(cause -> cause.getClass().getName())
        .collect(Collectors.joining(" < "));
  }

  private static Stream<Throwable> causes(Throwable trouble) {
    return Stream.iterate(trouble, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST)
        // The transaction manager tells of a failed commit in a suppressed exception.
        .flatMap(cause -> Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed())));
  }

  private static boolean isPassing(Throwable cause) {
    if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) {
      return true;
    }
    if (!(cause instanceof SQLException sql)) {
      return false;
    }
    // Without a state it is the pool that speaks: no connection in time.
    String state = sql.getSQLState();
    return state == null
        || Stream.of("08", "40", "53", "55", "57", "58").anyMatch(state::startsWith);
  }
}
