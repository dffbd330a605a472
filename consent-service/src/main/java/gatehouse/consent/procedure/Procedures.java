package gatehouse.consent.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was said of how withdrawals are handled; only ever added. */
public interface Procedures {

  /** The procedure of a withdrawal; a refusal has none. */
  Optional<Procedure> find(UUID withdrawal);

  /** Unconfirmed ones that came in after a moment and id, oldest first. */
  List<Procedure> open(Instant after, UUID afterId, int limit);

  /**
   * Keeps that a holder knows.
   *
   * @return false if it had said so before
   */
  boolean acknowledge(UUID withdrawal, String holder, Instant at);

  /**
   * Keeps what became of the data.
   *
   * @return false if that was said before
   */
  boolean dispose(UUID withdrawal, Disposition disposition);

  /**
   * Keeps that the person was told.
   *
   * @return false if that was said before
   */
  boolean confirm(UUID withdrawal, Confirmation confirmation);

  /**
   * Keeps that a step is overdue.
   *
   * @param round how often it is said of the step, this time included
   * @return false if that was told before
   */
  boolean escalate(UUID withdrawal, Step step, Instant dueAt, int round);
}
