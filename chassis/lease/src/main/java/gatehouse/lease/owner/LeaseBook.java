package gatehouse.lease.owner;

import gatehouse.lease.owner.Enforcement.Awaited;
import gatehouse.lease.owner.Enforcement.Enforced;
import gatehouse.lease.owner.Enforcement.Holder;
import gatehouse.lease.owner.Enforcement.How;
import gatehouse.lease.owner.Enforcement.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What one instance lends during one epoch, and what that lets it confirm. Pure logic: time comes
 * in, nothing is read from a clock. Not safe for use by several threads.
 *
 * <p>A version is enforced when each holder has said that it applied it, or its last lease has run
 * out. Leases of an earlier epoch are unknown here; hence the silence: nothing is confirmed before
 * one whole life of a lease has passed since the epoch began.
 */
final class LeaseBook {
  private record Pending(long version, long sinceNanos, Map<String, Holder> settled) {}

  /** A version that takes longer than any lease lives. */
  record Slow(long version, Progress progress) {}

  private final UUID epoch;
  private final long lifeNanos;
  private final long silentUntil;

  /** When each holder's last lease ends, on the monotonic clock. */
  private final Map<String, Long> ends = new HashMap<>();

  private final Deque<Pending> pending = new ArrayDeque<>();
  private long newest = -1;

  /**
   * Begins an epoch.
   *
   * @param life of a lease, with the owner's margin
   */
  LeaseBook(UUID epoch, Duration life, Moment now) {
    this.epoch = epoch;
    this.lifeNanos = life.toNanos();
    this.silentUntil = now.nanos() + lifeNanos;
  }

  UUID epoch() {
    return epoch;
  }

  /** The newest version that was seen; -1 before the first. */
  long newest() {
    return newest;
  }

  /** How many leases may be alive. */
  long alive(Moment now) {
    return ends.values().stream().filter(now::isBefore).count();
  }

  /** The log stands at this version. */
  void saw(long version, Moment now) {
    if (version > newest) {
      newest = version;
      pending.add(new Pending(version, now.nanos(), new HashMap<>()));
    }
  }

  /** A holder of this epoch tells what it has applied. */
  void applied(String holder, long version, Moment now) {
    for (Pending each : pending) {
      if (each.version() <= version) {
        each.settled().putIfAbsent(holder, new Holder(holder, How.APPLIED, now.wall()));
      }
    }
  }

  /**
   * Lends. Must be called before the facts of the answer are read: from here on the owner reckons
   * with the lease, and confirms no fact that the answer may lack.
   */
  void lend(String holder, Moment now) {
    ends.put(holder, now.nanos() + lifeNanos);
  }

  /** The versions that have become enforced, each with all that came before it. */
  List<Enforced> settle(Moment now) {
    if (now.isBefore(silentUntil)) {
      return List.of();
    }
    ends.forEach((holder, end) -> {
      if (!now.isBefore(end)) {
        ranOut(holder, now.wall());
      }
    });
    List<Enforced> enforced = new ArrayList<>();
    while (!pending.isEmpty() && isSettled(pending.getFirst())) {
      Pending done = pending.removeFirst();
      enforced.add(new Enforced(done.version(), now.wall(), sorted(done.settled())));
    }
    if (pending.isEmpty()) {
      ends.values().removeIf(end -> !now.isBefore(end));
    }
    return enforced;
  }

  /**
   * What should be enforced by now and is not: twice a lease's life is over. A holder that renews
   * without applying is the cause.
   */
  List<Slow> slow(Moment now) {
    return pending.stream()
        .filter(each -> !now.isBefore(each.sinceNanos() + 2 * lifeNanos))
        .map(each -> new Slow(each.version(), progress(each, now)))
        .toList();
  }

  private Progress progress(Pending each, Moment now) {
    List<Awaited> awaited =
        new TreeMap<>(ends)
            .entrySet().stream()
                .filter(end -> !each.settled().containsKey(end.getKey()))
                .map(end ->
                    new Awaited(end.getKey(), now.wall().plusNanos(end.getValue() - now.nanos())))
                .toList();
    return new Progress(sorted(each.settled()), awaited);
  }

  /** Whoever settled a version before keeps that outcome: an expiry takes no word back. */
  private void ranOut(String holder, Instant at) {
    pending.forEach(
        each -> each.settled().putIfAbsent(holder, new Holder(holder, How.RAN_OUT, at)));
  }

  private boolean isSettled(Pending each) {
    return each.settled().keySet().containsAll(ends.keySet());
  }

  private static List<Holder> sorted(Map<String, Holder> settled) {
    return List.copyOf(new TreeMap<>(settled).values());
  }
}
