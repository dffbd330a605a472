package gatehouse.gateway.completion;

import org.jspecify.annotations.Nullable;

/** A request that cannot be understood. Says what and where; never repeats a value. */
public final class InvalidCallException extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable String param;

  InvalidCallException(String message, @Nullable String param) {
    super(message);
    this.param = param;
  }

  /** The member at fault, in the protocol's words. */
  public @Nullable String param() {
    return param;
  }
}
