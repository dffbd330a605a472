package gatehouse.gateway.kept;

import gatehouse.lease.Fact;
import gatehouse.lease.Grant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers by question, the oldest dropped first. Whoever asks an owner notes where memory stands,
 * asks, and keeps the answer; if a fact came in between, the answer may be older than it and is not
 * kept.
 */
final class Kept<Q, A> {
  private static final int MOST = 20_000;

  private record Entry<A>(A answer, Concern concern, @Nullable Instant until, long untilNanos) {}

  private final Map<Q, Entry<A>> entries = new LinkedHashMap<>();
  private final Clock clock;
  private final LongSupplier nanos;
  private final Duration longest;
  private long news;

  /**
   * @param longest kept at most so long, on the monotonic clock, whatever the wall clock does
   */
  Kept(Clock clock, LongSupplier nanos, Duration longest) {
    this.clock = clock;
    this.nanos = nanos;
    this.longest = longest;
  }

  synchronized Optional<A> find(Q question) {
    Entry<A> entry = entries.get(question);
    if (entry == null) {
      return Optional.empty();
    }
    boolean over =
        nanos.getAsLong() - entry.untilNanos() >= 0
            || (entry.until() != null && !clock.instant().isBefore(entry.until()));
    if (over) {
      entries.remove(question);
      return Optional.empty();
    }
    return Optional.of(entry.answer());
  }

  /** Where memory stands, noted before an owner is asked. */
  synchronized long mark() {
    return news;
  }

  synchronized void keep(
      Q question, A answer, Concern concern, @Nullable Instant until, long mark) {
    if (mark != news) {
      return;
    }
    entries.put(
        question, new Entry<>(answer, concern, until, nanos.getAsLong() + longest.toNanos()));
    if (entries.size() > MOST) {
      entries.remove(entries.keySet().iterator().next());
    }
  }

  /** Drops what the facts touch. */
  synchronized void apply(Grant grant) {
    if (grant.complete()) {
      news++;
      entries.clear();
    } else if (!grant.facts().isEmpty()) {
      news++;
      List<Fact> facts = grant.facts();
      entries.values().removeIf(entry -> facts.stream().anyMatch(entry.concern()::isTouchedBy));
    }
  }
}
