package gatehouse.faults.egress;

import gatehouse.faults.check.Finding;
import gatehouse.faults.check.Target;
import gatehouse.faults.egress.Seen.Times;
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

  /** How quick it should have been, and was. */
  public List<Target> targets() {
    List<Seen> healthy = of(Disturbance.NONE);
    List<Seen> broken = seen.stream().filter(one -> !healthy.contains(one)).toList();
    List<Seen> withdrawn =
        healthy.stream().filter(one -> !one.times().withdrawn().isZero()).toList();
    return List.of(
        target("stop → last byte out, nothing else wrong, p99", 150, healthy, Times::lastByte, 99),
        target(
            "stop → last byte out, a component dead or cut", 1_200, broken, Times::lastByte, 100),
        target(
            "withdrawal → ENFORCED, nothing else wrong, p99",
            250,
            withdrawn,
            Times::withdrawn,
            99));
  }

  private static Target target(
      String what, long millis, List<Seen> trials, Function<Times, Duration> time, int percent) {
    Duration measured = trials.isEmpty() ? null : Duration.ofMillis(at(trials, time, percent));
    return new Target(what, Duration.ofMillis(millis), measured);
  }

  private List<Seen> of(Disturbance disturbance) {
    return seen.stream().filter(trial -> trial.disturbance() == disturbance).toList();
  }

  /** A line for each disturbance, in milliseconds, for people. */
  public Stream<String> lines() {
    return Stream.of(Disturbance.values())
        .map(this::of)
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
                at(trials, Times::lastByte, 50),
                at(trials, Times::lastByte, 99),
                at(trials, Times::lastByte, 100));
    if (disturbance.order() == Disturbance.Order.NO_STOP) {
      return line;
    }
    return String.format(
        Locale.ROOT,
        "%s; enforced p50 %,d p99 %,d most %,d ms, both gateways named in %d",
        line,
        at(trials, Times::enforced, 50),
        at(trials, Times::enforced, 99),
        at(trials, Times::enforced, 100),
        trials.stream().filter(trial -> trial.named() >= 2).count());
  }

  /** The nearest rank of that percentage. */
  private static long at(List<Seen> trials, Function<Times, Duration> what, int percent) {
    List<Duration> sorted = trials.stream().map(Seen::times).map(what).sorted().toList();
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(Math.max(0, rank - 1)).toMillis();
  }
}
