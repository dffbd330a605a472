package gatehouse.gateway.upstream;

import java.util.function.BooleanSupplier;

/** The way to an upstream. */
public interface ModelCalls {

  /**
   * Sends the exact bytes and waits for the head of the answer; blocks a virtual thread. No header
   * of the caller goes along, and redirects are not followed.
   *
   * @param path below the upstream's base, such as {@code /chat/completions}
   * @param mayLeave asked last of all, before each piece that the socket takes, when nothing else
   *     stands between the question and the bytes; must not wait. No is {@link
   *     ModelAnswer.Withheld}
   */
  ModelAnswer call(Upstream upstream, String path, byte[] body, BooleanSupplier mayLeave);
}
