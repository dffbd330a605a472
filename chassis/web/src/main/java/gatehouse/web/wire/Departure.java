package gatehouse.web.wire;

import java.util.function.BooleanSupplier;

/** Bytes on their way to a socket, which may leave for as long as somebody says so. */
public final class Departure {
  private final BooleanSupplier mayLeave;
  private volatile boolean begun;
  private volatile boolean refused;

  Departure(BooleanSupplier mayLeave) {
    this.mayLeave = mayLeave;
  }

  /** Whether the socket has taken some of them. */
  public boolean hasBegun() {
    return begun;
  }

  /** Whether the rest stays here: the answer was no, and the connection is closed. */
  public boolean isRefused() {
    return refused;
  }

  /** Asked right before the socket; a no is the last answer. */
  boolean mayGoOn() {
    if (!refused && !mayLeave.getAsBoolean()) {
      refused = true;
    }
    return !refused;
  }

  void began() {
    begun = true;
  }
}
