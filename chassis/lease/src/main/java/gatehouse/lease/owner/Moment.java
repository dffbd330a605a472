package gatehouse.lease.owner;

import java.time.Instant;

/**
 * Now, twice.
 *
 * @param nanos of the monotonic clock: what everything is decided by
 * @param wall what people read
 */
record Moment(long nanos, Instant wall) {
  boolean isBefore(long otherNanos) {
    return nanos - otherNanos < 0;
  }
}
