package gatehouse.gateway.upstream;

/** The way to an upstream. */
public interface ModelCalls {

  /**
   * Sends the exact bytes and waits for the head of the answer; blocks a virtual thread. No header
   * of the caller goes along, and redirects are not followed.
   *
   * @param path below the upstream's base, such as {@code /chat/completions}
   */
  ModelAnswer call(Upstream upstream, String path, byte[] body);
}
