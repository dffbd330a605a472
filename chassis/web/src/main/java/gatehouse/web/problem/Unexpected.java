package gatehouse.web.problem;

import org.jspecify.annotations.Nullable;

/**
 * An exception as it may stand in a log: its types and stack traces, without the messages, which
 * can hold the values of a patient's record (a JDBC driver repeats rows, a parser repeats input).
 */
final class Unexpected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Unexpected(String type, @Nullable Throwable cause) {
    super(type, cause, false, true);
  }

  static Unexpected of(Throwable thrown) {
    return of(thrown, 0);
  }

  private static Unexpected of(Throwable thrown, int depth) {
    Throwable cause = depth < 8 ? thrown.getCause() : null;
    Unexpected silent =
        new Unexpected(thrown.getClass().getName(), cause == null ? null : of(cause, depth + 1));
    silent.setStackTrace(thrown.getStackTrace());
    return silent;
  }
}
