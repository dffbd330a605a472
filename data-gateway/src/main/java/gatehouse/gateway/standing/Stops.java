package gatehouse.gateway.standing;

/** Incident-service, asked. */
public interface Stops {
  /**
   * The stops in force now. Never throws: no answer is an answer.
   *
   * @param since an epoch the caller has already seen
   */
  OwnerAnswer<StopsInForce> ask(long since);
}
