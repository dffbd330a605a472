package gatehouse.local.processes;

/** Why the suite does not run, in a sentence for the person at the terminal. */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** The kinds of reasons; the command line gives each an exit code. */
  public enum Reason {
    ALREADY_RUNNING,
    PORT_TAKEN,
    NOT_BUILT,
    PART_FAILED
  }

  CannotStart(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
