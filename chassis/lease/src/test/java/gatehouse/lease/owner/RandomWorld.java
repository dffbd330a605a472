package gatehouse.lease.owner;

import gatehouse.lease.Grant;
import gatehouse.lease.holder.HeldLease;
import gatehouse.lease.holder.LeaseState.Live;
import gatehouse.lease.holder.LeaseState.None;
import gatehouse.lease.holder.LeaseState.RanOut;
import gatehouse.lease.owner.Enforcement.Enforced;
import gatehouse.lease.owner.FactLog.Facts;
import gatehouse.lease.owner.LeaseDesk.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * An owner and some holders whose messages are delayed, lost and overtaken, whose processes stop
 * and go on, in an order that a seed decides. Time is a number. It knows the truth, so it can say
 * when something was wrong.
 */
final class RandomWorld {
  static final Duration TTL = Duration.ofSeconds(1);
  private static final Duration MARGIN = Duration.ofMillis(50);
  private static final int HOLDERS = 3;

  /** A lease on its way to a holder. */
  private record Letter(int holder, Grant grant, long sentAt, long arrivesAt) {}

  /** One holder: what it relies on, and how fast its clock runs. */
  private static final class Holder {
    private final String name;
    private final double rate;
    private final Copies copies;
    private final HeldLease lease;
    private long stoppedUntil;

    private Holder(String name, double rate, RandomWorld world) {
      this.name = name;
      this.rate = rate;
      this.copies = new Copies(world.log);
      this.lease = new HeldLease(() -> (long) (world.now * rate), copies);
    }

    /** As {@link gatehouse.lease.holder.RenewLease} asks. */
    private LeaseRequest request() {
      return switch (lease.state()) {
        case None _ -> new LeaseRequest(name, null, null);
        case Live(var epoch, var version, _) -> new LeaseRequest(name, epoch, version);
        case RanOut(var epoch, var version, _) -> new LeaseRequest(name, epoch, version);
      };
    }
  }

  private final Random random;
  private final RandomLog log;
  private final List<Holder> holders = new ArrayList<>();
  private final List<Letter> post = new ArrayList<>();
  private final List<Long> committedAt = new ArrayList<>();
  private LeaseBook book;
  private long now = 1;
  private long enforced = -1;

  /** Acts of holders that relied on less than what was enforced, or on what was too old. */
  final List<String> wrongs = new ArrayList<>();

  int acts;
  int confirmations;
  int deltas;

  /** Of an owner that tells all that is denied each time, as for stops, or only what is new. */
  RandomWorld(long seed, RandomLog log) {
    this.random = new Random(seed);
    this.log = log;
    committedAt.add(0L);
    for (int i = 0; i < HOLDERS; i++) {
      // Clocks of real machines differ by less than one in a thousand.
      holders.add(new Holder("h" + i, 1 + (random.nextDouble() - 0.5) / 1_000, this));
    }
    book = begin();
  }

  void run(int steps) {
    for (int step = 0; step < steps; step++) {
      now += random.nextLong(40_000_000);
      switch (random.nextInt(12)) {
        case 0 -> commit();
        case 1 -> book = random.nextInt(20) == 0 ? begin() : book;
        case 2 ->
            holders.get(random.nextInt(HOLDERS)).stoppedUntil =
                now + random.nextLong(3) * TTL.toNanos();
        case 3, 4, 5, 6 -> ask(random.nextInt(HOLDERS));
        default -> look();
      }
      deliver();
      holders.forEach(this::act);
    }
  }

  private LeaseBook begin() {
    return new LeaseBook(new UUID(0, random.nextLong()), TTL.plus(MARGIN), moment());
  }

  private void commit() {
    log.deny(random);
    committedAt.add(now);
  }

  private void look() {
    book.saw(log.newest(), moment());
    for (Enforced each : book.settle(moment())) {
      confirmations++;
      enforced = Math.max(enforced, each.version());
    }
  }

  /** The request takes a while to arrive; the answer is written at once and takes a while, too. */
  private void ask(int which) {
    Holder holder = holders.get(which);
    if (holder.stoppedUntil > now) {
      return;
    }
    long sentAt = (long) (now * holder.rate);
    LeaseRequest request = holder.request();
    now += random.nextLong(20_000_000);
    if (random.nextInt(5) == 0) {
      return;
    }
    look();
    Turn turn =
        LeaseDesk.reckoned(book, request, LeaseDesk.hear(book, request, moment()), moment());
    meanwhile();
    Grant grant = lent(turn);
    if (random.nextInt(5) != 0) {
      post.add(new Letter(which, grant, sentAt, now + random.nextLong(600_000_000)));
    }
  }

  /** The owner's own look comes at any time between the steps of an answer. */
  private void meanwhile() {
    if (random.nextInt(8) == 0) {
      commit();
      now += random.nextLong(60_000_000);
      look();
    }
  }

  private Grant lent(Turn turn) {
    Facts facts = turn.facts(log);
    meanwhile();
    if (!facts.complete() && !facts.facts().isEmpty()) {
      deltas++;
    }
    return new Grant(turn.epoch(), facts.version(), TTL, facts.complete(), facts.facts());
  }

  private void deliver() {
    List<Letter> due =
        post.stream()
            .filter(l -> l.arrivesAt() <= now && holders.get(l.holder()).stoppedUntil <= now)
            .toList();
    post.removeAll(due);
    due.forEach(letter -> holders.get(letter.holder()).lease.take(letter.grant(), letter.sentAt()));
  }

  private void act(Holder holder) {
    if (holder.stoppedUntil > now || !holder.lease.isLive()) {
      return;
    }
    acts++;
    long knows = holder.copies.knows();
    if (knows < enforced) {
      wrongs.add(holder.name + " knows " + knows + ", enforced is " + enforced);
    }
    long next = knows + 1;
    if (next < committedAt.size()) {
      long age = now - committedAt.get((int) next);
      if (age > TTL.plus(MARGIN).toNanos()) {
        wrongs.add(holder.name + " does not know a fact that is " + age + " ns old");
      }
    }
    holder.copies.wrong().ifPresent(wrong -> wrongs.add(holder.name + wrong));
    holder.copies.read(random);
  }

  private Moment moment() {
    return new Moment(now, Instant.EPOCH.plusNanos(now));
  }
}
