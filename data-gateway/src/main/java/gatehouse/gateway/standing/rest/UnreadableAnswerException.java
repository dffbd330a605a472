package gatehouse.gateway.standing.rest;

/** An owner's answer is not what its contract promises. */
final class UnreadableAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableAnswerException(String message) {
    super(message);
  }
}
