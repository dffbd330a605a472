package gatehouse.faults.check;

/**
 * Something that must not be.
 *
 * @param kind which promise is broken
 * @param service whose promise
 * @param what a sentence
 */
public record Finding(Kind kind, String service, String what) {
  /** The promises. */
  public enum Kind {
    /** Acknowledged or written, and not to be found where it must be. */
    LOST,
    /** There more than once, or never asked for. */
    DOUBLED,
    /** In another order than it was written in. */
    REORDERED,
    /** The verifier does not accept the journal. */
    TAMPERED,
    /** A byte left the house after the stop was said to be enforced. */
    LET_OUT,
    /** A bug was there on purpose, and nothing of it was found. */
    UNSEEN,
    /** Something still waits long after the last fault. */
    NOT_DRAINED
  }

  @Override
  public String toString() {
    return kind + " " + service + ": " + what;
  }
}
