package gatehouse.lease.holder;

import gatehouse.lease.Grant;
import gatehouse.lease.holder.LeaseState.Live;
import gatehouse.lease.holder.LeaseState.None;
import gatehouse.lease.holder.LeaseState.RanOut;
import java.util.function.LongSupplier;

/**
 * One lease of one holder. Safe for use by several threads; one of them renews.
 *
 * <p>The clock must be monotonic and go on while the process is stopped ({@link System#nanoTime} on
 * Linux is CLOCK_MONOTONIC and does): a process that wakes up behind the end of its lease sees that
 * at once, without having heard of anything.
 */
public final class HeldLease {
  private final LongSupplier nanos;
  private final FactSink sink;
  private volatile LeaseState taken = new None();

  public HeldLease(LongSupplier nanos, FactSink sink) {
    this.nanos = nanos;
    this.sink = sink;
  }

  /** Whether copies may be relied on at this moment. Takes no time: ask last. */
  public boolean isLive() {
    return state() instanceof Live;
  }

  /** What is held at this moment. */
  public LeaseState state() {
    return switch (taken) {
      case Live live when nanos.getAsLong() - live.endsAt() >= 0 ->
          new RanOut(live.epoch(), live.version(), live.endsAt());
      case LeaseState other -> other;
    };
  }

  /**
   * Takes a lease: first its facts are applied, then it counts. One that tells of the past (an
   * answer that was overtaken) or that has run out on its way is not taken.
   *
   * @param sentAt when its request was sent, on the same clock
   * @return whether it was taken
   */
  public synchronized boolean take(Grant grant, long sentAt) {
    if (isOutdated(grant)) {
      return false;
    }
    sink.apply(grant);
    taken = new Live(grant.epoch(), grant.version(), sentAt + grant.ttl().toNanos());
    return isLive();
  }

  /** Of the same epoch, versions only grow; of a new one, everything must be told. */
  private boolean isOutdated(Grant grant) {
    return switch (taken) {
      case None _ -> !grant.complete();
      case Live(var epoch, var version, _) ->
          epoch.equals(grant.epoch()) ? grant.version() < version : !grant.complete();
      case RanOut(var epoch, var version, _) ->
          epoch.equals(grant.epoch()) ? grant.version() < version : !grant.complete();
    };
  }
}
