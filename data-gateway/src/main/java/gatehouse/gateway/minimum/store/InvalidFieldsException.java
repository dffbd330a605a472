package gatehouse.gateway.minimum.store;

import java.util.List;

/** The allow-list cannot be used. The message has one sentence per fault. */
final class InvalidFieldsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidFieldsException(String file, List<String> faults) {
    super("The allow-list " + file + " cannot be used:\n  - " + String.join("\n  - ", faults));
  }
}
