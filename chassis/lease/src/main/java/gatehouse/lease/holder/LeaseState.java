package gatehouse.lease.holder;

import java.util.UUID;

/** What a holder has. Only {@link Live} lets it rely on its copies. */
public sealed interface LeaseState {

  /** Never had one since the start. */
  record None() implements LeaseState {}

  /**
   * Every fact up to the version is applied, and the owner reckons with it.
   *
   * @param endsAt on the holder's monotonic clock, in nanoseconds
   */
  record Live(UUID epoch, long version, long endsAt) implements LeaseState {}

  /**
   * It ran out. What was applied stays applied, and the holder goes on from there.
   *
   * @param endedAt on the monotonic clock, in nanoseconds
   */
  record RanOut(UUID epoch, long version, long endedAt) implements LeaseState {}
}
