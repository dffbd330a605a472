package gatehouse.gateway.standing.rest;

import org.jspecify.annotations.Nullable;

/** An owner's answer is not what its contract promises. */
final class UnreadableAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private UnreadableAnswerException(String message) {
    super(message);
  }

  /** Insists on what a contract promises. */
  static <T> T unlessPresent(@Nullable T value, String name) {
    if (value == null) {
      throw new UnreadableAnswerException("the answer lacks " + name);
    }
    return value;
  }
}
