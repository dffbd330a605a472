package gatehouse.local.operator;

/** A service or the realm did not answer as it should; the message says what to do next. */
public final class NoAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean mayBeDone;

  /** Nothing was done. */
  NoAnswerException(String message) {
    this(message, false);
  }

  /** It may be done, too, if what was asked reached the service. */
  NoAnswerException(String message, boolean mayBeDone) {
    super(message);
    this.mayBeDone = mayBeDone;
  }

  /** Whether what was asked may have been done although no answer came. */
  boolean mayBeDone() {
    return mayBeDone;
  }
}
