package gatehouse.faults.egress;

import gatehouse.faults.check.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** What many stops have shown. */
public final class StopFigures {
  private final List<Seen> seen;

  StopFigures(List<Seen> seen) {
    this.seen = List.copyOf(seen);
  }

  /** Every byte that went out when none may. */
  public List<Finding> findings() {
    return seen.stream().flatMap(one -> one.findings().stream()).toList();
  }

  /** A line for each disturbance, in milliseconds, for people. */
  public Stream<String> lines() {
    return Stream.of(Disturbance.values())
        .map(one -> seen.stream().filter(trial -> trial.disturbance() == one).toList())
        .filter(trials -> !trials.isEmpty())
        .map(StopFigures::line);
  }

  private static String line(List<Seen> trials) {
    Disturbance disturbance = trials.getFirst().disturbance();
    String line =
        "%4d × %-46s last byte p50 %,5d p99 %,5d most %,5d ms"
            .formatted(
                trials.size(),
                disturbance.label(),
                at(trials, Seen::lastByte, 50),
                at(trials, Seen::lastByte, 99),
                at(trials, Seen::lastByte, 100));
    if (disturbance.order() == Disturbance.Order.NO_STOP) {
      return line;
    }
    return String.format(
        Locale.ROOT,
        "%s; enforced p50 %,d p99 %,d most %,d ms, both gateways named in %d",
        line,
        at(trials, Seen::enforced, 50),
        at(trials, Seen::enforced, 99),
        at(trials, Seen::enforced, 100),
        trials.stream().filter(trial -> trial.named() >= 2).count());
  }

  /** The nearest rank of that percentage. */
  private static long at(List<Seen> trials, Function<Seen, Duration> what, int percent) {
    List<Duration> sorted = trials.stream().map(what).sorted().toList();
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(Math.max(0, rank - 1)).toMillis();
  }
}
