package gatehouse.lease.bench;

import gatehouse.lease.Fact;
import gatehouse.lease.Grant;
import gatehouse.lease.holder.HeldLease;
import gatehouse.lease.holder.LeaseSource;
import gatehouse.lease.holder.RenewLease;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A gateway in small: lets things out while its lease lives and it knows of no no. */
final class Holder {
  private static final long PAUSE_NANOS = 200_000;

  private final Set<String> denied = ConcurrentHashMap.newKeySet();
  private final AtomicLong egresses = new AtomicLong();
  private final HeldLease lease;
  private final RenewLease renewal;
  private volatile String key = "";
  private volatile long lastEgress;
  private volatile boolean over;

  Holder(String name, LeaseSource source, Function<Fact, String> keyOf) {
    lease = new HeldLease(System::nanoTime, grant -> apply(grant, keyOf));
    renewal = new RenewLease(name, lease, source, System::nanoTime, Duration.ofMillis(50));
  }

  void start() {
    renewal.start();
    Thread.ofPlatform().daemon().name("bench-holder").start(this::letOut);
  }

  void stop() {
    over = true;
    renewal.stop();
  }

  /** From now on only what this key allows is let out. */
  void letOut(String next) {
    key = next;
  }

  long egresses() {
    return egresses.get();
  }

  /** When something was last let out, by {@link System#nanoTime}. */
  long lastEgress() {
    return lastEgress;
  }

  private void apply(Grant grant, Function<Fact, String> keyOf) {
    grant.facts().forEach(fact -> denied.add(keyOf.apply(fact)));
  }

  private void letOut() {
    while (!over) {
      String present = key;
      if (!present.isEmpty() && !denied.contains(present) && lease.isLive()) {
        lastEgress = System.nanoTime();
        egresses.incrementAndGet();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
