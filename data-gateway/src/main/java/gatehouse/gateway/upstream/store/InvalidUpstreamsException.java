package gatehouse.gateway.upstream.store;

import java.util.List;

/** The upstreams file cannot be used. The message has one sentence per fault. */
final class InvalidUpstreamsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidUpstreamsException(String file, List<String> faults) {
    super("The upstreams file " + file + " cannot be used:\n  - " + String.join("\n  - ", faults));
  }
}
