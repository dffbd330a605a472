package gatehouse.local.operator;

/** A service or the realm did not answer as it should; the message says what to do next. */
public final class NoAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoAnswerException(String message) {
    super(message);
  }
}
