package gatehouse.gateway.standing.rest;

import org.jspecify.annotations.Nullable;

/** Insists on what a contract promises. */
final class Present {
  private Present() {}

  static <T> T of(@Nullable T value, String name) {
    if (value == null) {
      throw new UnreadableAnswerException("the answer lacks " + name);
    }
    return value;
  }
}
