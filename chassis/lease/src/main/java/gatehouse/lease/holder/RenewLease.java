package gatehouse.lease.holder;

import gatehouse.lease.Grant;
import gatehouse.lease.holder.LeaseState.Live;
import gatehouse.lease.holder.LeaseState.None;
import gatehouse.lease.holder.LeaseState.RanOut;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** Renews one lease for as long as the process runs, and tells when it ran out. */
public final class RenewLease {
  private static final Logger LOG = Logger.getLogger(RenewLease.class);

  private final String owner;
  private final HeldLease lease;
  private final LeaseSource source;
  private final LongSupplier nanos;
  private final Duration pause;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile boolean silent;

  /**
   * @param owner its name in logs
   * @param pause before asking an owner again that lent nothing
   */
  public RenewLease(
      String owner, HeldLease lease, LeaseSource source, LongSupplier nanos, Duration pause) {
    this.owner = owner;
    this.lease = lease;
    this.source = source;
    this.nanos = nanos;
    this.pause = pause;
  }

  /** Starts to renew, on a thread that no other work can keep waiting. */
  public void start() {
    Thread.ofPlatform().daemon().name("lease-" + owner).start(this::run);
  }

  /** Ends; the lease runs out by itself. */
  public void stop() {
    stop.countDown();
  }

  /** Asks once. */
  boolean renew() {
    try {
      long sentAt = nanos.getAsLong();
      boolean taken = lease.take(ask(), sentAt);
      if (silent && taken) {
        LOG.infof("owner %s lends again", owner);
      }
      silent &= !taken;
      return taken;
    } catch (RuntimeException | Error e) {
      // An Error, too: the lease runs out, and lives again when the trouble is over.
      if (!silent) {
        LOG.warnf("owner %s lends nothing: %s", owner, e.getClass().getSimpleName());
      }
      silent = true;
      return false;
    }
  }

  private Grant ask() {
    return switch (lease.state()) {
      case None _ -> source.renew(null, null);
      case Live(var epoch, var version, _) -> source.renew(epoch, version);
      case RanOut(var epoch, var version, _) -> source.renew(epoch, version);
    };
  }

  private void run() {
    boolean over = false;
    while (!over) {
      over = renew() ? stop.getCount() == 0 : isStoppedWithin(pause);
    }
  }

  private boolean isStoppedWithin(Duration time) {
    try {
      return stop.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
