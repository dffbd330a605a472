package gatehouse.gateway.upstream;

import org.jspecify.annotations.Nullable;

/** What an upstream answered. */
public sealed interface ModelAnswer {

  /**
   * The upstream answers.
   *
   * @param eventStream whether the body is server-sent events
   */
  record Accepted(boolean eventStream, AnswerBody body) implements ModelAnswer {}

  /**
   * It refused. Its body is thrown away: an error that repeats the prompt must not travel on.
   *
   * @param retryAfter its {@code Retry-After} in seconds, if it gave one
   */
  record Refused(int status, @Nullable Integer retryAfter) implements ModelAnswer {}

  /**
   * The call was held back at the last moment.
   *
   * @param begun whether a part of it had left before; the model never got the whole
   */
  record Withheld(boolean begun) implements ModelAnswer {}

  /** It could not be reached, or broke off before its head. */
  record Unreachable() implements ModelAnswer {}
}
