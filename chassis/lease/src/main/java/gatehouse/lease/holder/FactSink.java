package gatehouse.lease.holder;

import gatehouse.lease.Grant;

/** Where facts are applied. */
@FunctionalInterface
public interface FactSink {
  /**
   * Applies all that the grant tells, also when that is nothing: then what was applied before is
   * what the owner knows. Returns when whoever asks from now on gets an answer that counts it in.
   *
   * @throws RuntimeException if it cannot be applied: then the lease is not taken
   */
  void apply(Grant grant);
}
