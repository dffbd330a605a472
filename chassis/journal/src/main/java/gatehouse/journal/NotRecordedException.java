package gatehouse.journal;

import org.jspecify.annotations.Nullable;

/**
 * The entry is not known to be durable: the queue is full, the database is down, or the wait was
 * too long (in that last case it may still turn out to be written).
 */
public final class NotRecordedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotRecordedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
