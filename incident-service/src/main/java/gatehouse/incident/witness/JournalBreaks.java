package gatehouse.incident.witness;

import java.util.UUID;

/** The breaks for which there is an incident. */
public interface JournalBreaks {
  /**
   * Ties the break to its incident.
   *
   * @return false if the break has one already; then nothing was kept
   */
  boolean add(JournalBreak what, UUID incident);
}
