package gatehouse.lease.owner;

import gatehouse.lease.owner.Enforcement.Enforced;
import gatehouse.lease.owner.FactLog.Facts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where requests wait for news while the instance lends. Nothing is lent on a version that was read
 * before the request came in: so a fact that was committed before it is always in the answer, and
 * one that is committed later finds no lease that outlives it by more than one time to live.
 */
final class LeaseDesk {
  private final Duration hold;
  private final InstantSource time;
  private @Nullable LeaseBook book;
  private long readsBegun;
  private long readsDone;

  LeaseDesk(Duration hold, InstantSource time) {
    this.hold = hold;
    this.time = time;
  }

  /**
   * What a request is to be told.
   *
   * @param applied what the holder has already; -1 for one that has nothing of this epoch
   * @param version that was read since the request came in
   */
  record Turn(UUID epoch, long applied, long version) {
    boolean isFirst() {
      return applied < 0;
    }

    boolean hasNews() {
      return version > applied;
    }

    /** Everything to one that has nothing, what is new to one that is behind, nothing else. */
    Facts facts(FactLog log) {
      if (isFirst()) {
        return log.all();
      }
      return hasNews() ? log.since(applied) : new Facts(version, false, List.of());
    }
  }

  /**
   * Takes the holder's word for what it has applied.
   *
   * @return that; -1 for one that has nothing of this epoch
   */
  static long hear(LeaseBook book, LeaseRequest request, Moment now) {
    Long applied = request.applied();
    if (applied == null || !book.epoch().equals(request.epoch())) {
      return -1;
    }
    book.applied(request.holder(), applied, now);
    return applied;
  }

  /**
   * The turn of a request, with whose lease the owner reckons from here on: what it is told is read
   * behind this, and a fact that is committed meanwhile must not be confirmed without it.
   */
  static Turn reckoned(LeaseBook book, LeaseRequest request, long applied, Moment now) {
    book.lend(request.holder(), now);
    return new Turn(book.epoch(), applied, book.newest());
  }

  synchronized void open(LeaseBook begun) {
    book = begun;
    notifyAll();
  }

  /** Nothing is lent any more, nor confirmed. */
  synchronized void close() {
    book = null;
    notifyAll();
  }

  /** Called right before the log's version is read. */
  synchronized void reading() {
    readsBegun++;
  }

  /** Called with what was read; tells what has become enforced. */
  synchronized List<Enforced> read(long version) {
    LeaseBook open = book;
    if (open == null) {
      return List.of();
    }
    readsDone = readsBegun;
    open.saw(version, now());
    notifyAll();
    return open.settle(now());
  }

  /** What should be enforced by now and is not. */
  synchronized List<LeaseBook.Slow> slow() {
    LeaseBook open = book;
    return open == null ? List.of() : open.slow(now());
  }

  /**
   * Waits for news, or as long as a request may wait; empty when nothing can be lent. From the turn
   * on the owner reckons with the holder's lease.
   */
  synchronized Optional<Turn> await(LeaseRequest request) throws InterruptedException {
    long behind = readsBegun;
    long start = System.nanoTime();
    long patience = hold.toNanos();
    LeaseBook first = book;
    if (first == null) {
      return Optional.empty();
    }
    long applied = hear(first, request, now());
    while (book == first) {
      long waited = System.nanoTime() - start;
      boolean fresh = readsDone > behind;
      if (fresh && (first.newest() > applied || waited >= patience)) {
        return Optional.of(reckoned(first, request, applied, now()));
      }
      if (waited >= 2 * patience) {
        // The database does not answer.
        return Optional.empty();
      }
      long left = (waited < patience ? patience : 2 * patience) - waited;
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, left));
    }
    return Optional.empty();
  }

  /** Whether the epoch of a turn still lasts; else nothing can be lent on it. */
  synchronized boolean lasts(UUID epoch) {
    LeaseBook open = book;
    return open != null && open.epoch().equals(epoch);
  }

  synchronized long alive() {
    LeaseBook open = book;
    return open == null ? 0 : open.alive(now());
  }

  Moment now() {
    return new Moment(System.nanoTime(), time.instant());
  }
}
