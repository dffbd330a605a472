package gatehouse.gateway.permit;

/** The record of every decision. */
public interface Permits {
  /**
   * Makes the decision durable.
   *
   * @throws RuntimeException if it cannot: then nothing may leave
   */
  void record(PermitRecord decided);
}
