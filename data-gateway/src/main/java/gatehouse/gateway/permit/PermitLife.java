package gatehouse.gateway.permit;

import java.util.Optional;

/**
 * How long a permit that was given lives: until a stop, a withdrawal or another no reaches this
 * gateway, or until an owner has not been heard for too long. Everything is answered from memory.
 * Safe for use by several threads; whoever was given the permit closes its life when the call is
 * over.
 */
public interface PermitLife extends AutoCloseable {

  /** Why it ended; empty while it lives. Once ended it never lives again. */
  Optional<Refusal> ending();

  /**
   * Whether it still lives. Ask right before bytes leave, behind the last point at which the thread
   * can be held up: whatever was true before a pause says nothing about the time after it.
   */
  default boolean isLive() {
    return ending().isEmpty();
  }

  /** Ends this life, too, when its caller loses the right to call. */
  void follow(Caller caller);

  /**
   * Does something when the life ends, once and on a thread of its own; at once if it has ended
   * already, never if it is closed before.
   */
  void onEnd(Runnable action);

  /** The call is over. */
  @Override
  void close();
}
