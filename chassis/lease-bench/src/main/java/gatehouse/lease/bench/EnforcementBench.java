package gatehouse.lease.bench;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Prints how fast a no reaches two holders of leases over HTTP, and how soon it is seen as
 * enforced. Counted from before the request that says no.
 */
public final class EnforcementBench {
  private static final int TIDY_EVERY = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long SETTLE_NANOS = 20_000_000;

  private final No no;
  private final List<Holder> holders;

  private EnforcementBench(No no, List<Holder> holders) {
    this.no = no;
    this.holders = holders;
  }

  /**
   * Says so many noes one after the other, after a tenth more to warm up.
   *
   * @param what what the figures are called
   * @param leases where the owner lends
   * @param token of a gateway
   * @throws IllegalStateException if nothing is let out, or a no is not enforced, within 20 s
   */
  public static void run(String what, No no, int count, URI leases, String token) {
    List<Holder> holders =
        List.of("bench-1", "bench-2").stream()
            .map(name -> new Holder(name, new HttpLeases(leases, token, name), no::keyOf))
            .toList();
    holders.forEach(Holder::start);
    try {
      new EnforcementBench(no, holders).measure(what, count);
    } finally {
      holders.forEach(Holder::stop);
    }
  }

  private record Taken(long answered, long lastEgress, long enforced, boolean late) {}

  private void measure(String what, int count) {
    for (int i = 0; i < count / 10; i++) {
      once(i);
    }
    Taken[] all = new Taken[count];
    for (int i = 0; i < count; i++) {
      all[i] = once(i);
    }
    System.out.printf("%s: %d, holders: %d%n", what, count, holders.size());
    print(what + " -> answered", Arrays.stream(all).mapToLong(Taken::answered).toArray());
    print(what + " -> last egress", Arrays.stream(all).mapToLong(Taken::lastEgress).toArray());
    print(what + " -> seen as ENFORCED", Arrays.stream(all).mapToLong(Taken::enforced).toArray());
    System.out.printf(
        "egress after ENFORCED: %d%n", Arrays.stream(all).filter(Taken::late).count());
  }

  private Taken once(int number) {
    String key = no.freshKey();
    long before = egresses();
    holders.forEach(holder -> holder.letOut(key));
    await("nothing is let out; are leases lent?", () -> egresses() > before + 4);
    long start = System.nanoTime();
    String path = no.say(key);
    long answered = System.nanoTime();
    await("the no is not enforced", () -> no.isEnforced(path));
    long enforced = System.nanoTime();
    // Long enough for whatever still wants to leave.
    LockSupport.parkNanos(SETTLE_NANOS);
    long last = holders.stream().mapToLong(Holder::lastEgress).max().orElseThrow();
    if (number % TIDY_EVERY == TIDY_EVERY - 1) {
      no.tidy();
    }
    return new Taken(
        answered - start, Math.max(0, last - start), enforced - start, last - enforced > 0);
  }

  private long egresses() {
    return holders.stream().mapToLong(Holder::egresses).sum();
  }

  private static void await(String trouble, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(trouble);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "%s: p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
        what,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }
}
