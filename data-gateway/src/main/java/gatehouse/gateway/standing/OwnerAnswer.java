package gatehouse.gateway.standing;

/**
 * What came back from an owner of the truth. Only {@link Answered} can lead to a permit.
 *
 * @param <T> what the owner was asked for
 */
public sealed interface OwnerAnswer<T> {

  /** The owners. */
  enum Owner {
    /** admission-service. */
    ADMISSION,
    /** consent-service. */
    CONSENT,
    /** incident-service. */
    INCIDENT
  }

  /** Why there is no answer. */
  enum Cause {
    /** No connection, or the owner reports a fault of its own. */
    UNREACHABLE,
    /** No answer within the budget of the call. */
    TIMEOUT,
    /** An answer that is not what its contract promises. */
    UNREADABLE
  }

  /** The owner answered. */
  record Answered<T>(T value) implements OwnerAnswer<T> {}

  /** The owner knows no application of this code. */
  record UnknownApplication<T>() implements OwnerAnswer<T> {}

  /** The owner said nothing that can be used. */
  record Missing<T>(Owner owner, Cause cause) implements OwnerAnswer<T> {}
}
