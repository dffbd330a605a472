package gatehouse.gateway.upstream;

import java.time.Duration;
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
   * @param retryAfter how long to leave it alone, an hour at most, if it said so
   */
  record Refused(int status, @Nullable Duration retryAfter) implements ModelAnswer {}

  /**
   * The call was held back at the last moment.
   *
   * @param begun whether a part of it had left before; the model never got the whole
   */
  record Withheld(boolean begun) implements ModelAnswer {}

  /** It could not be reached, or broke off before its head. */
  record Unreachable() implements ModelAnswer {}
}
