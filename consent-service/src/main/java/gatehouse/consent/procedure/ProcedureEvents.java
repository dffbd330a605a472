package gatehouse.consent.procedure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells of steps, within the present transaction. */
public interface ProcedureEvents {

  /**
   * Somebody said that a step, or one system's part of it, is done.
   *
   * @param detail the holder, the outcome or the channel
   */
  void done(UUID withdrawal, Step step, @Nullable String detail, Instant at);

  /** A step's time is over, or over for long. */
  void overdue(Overdue overdue);
}
