package gatehouse.gateway.permit;

/** A permit ended while its call was running; what is left of the answer is not delivered. */
public final class PermitEndedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refusal reason;

  public PermitEndedException(Refusal reason) {
    super("the permit ended: " + reason.code());
    this.reason = reason;
  }

  /** Why it ended. */
  public Refusal reason() {
    return reason;
  }
}
