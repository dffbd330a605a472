package gatehouse.faults;

import gatehouse.faults.check.Checker;
import gatehouse.faults.check.Finding;
import gatehouse.faults.check.Target;
import gatehouse.faults.fault.Fault;
import gatehouse.faults.suite.LeftOut;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the person at the terminal reads of the faults, and a table of them. */
final class Report implements AutoCloseable {
  private static final int MOST_OF_A_KIND = 5;

  private final Announcing out;
  private final PrintWriter table;
  private final long earlier;
  private final Map<String, Long> ways = new TreeMap<>();
  private long faults;
  private String pace = "";

  /**
   * @param table gets a line for each fault, for whoever wants to know where the time goes
   * @param earlier how many faults struck in earlier legs
   */
  Report(Announcing out, Path table, long earlier) throws IOException {
    this.out = out;
    this.earlier = earlier;
    this.table =
        new PrintWriter(
            Files.newBufferedWriter(table, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            true);
  }

  @Override
  public void close() {
    table.close();
  }

  void note(String line) {
    out.note(line);
  }

  /** How many faults have struck in this leg. */
  long struckInLeg() {
    return faults;
  }

  /** How far the run has come; told with the next fault. */
  void pace(Goal goal, Goal.Pace now) {
    pace = String.format(Locale.ROOT, "%,9d acknowledged, %s", now.events(), goal.toGo(now));
  }

  void struck(List<Fault> together, Duration striking, Duration lasting, Duration healing) {
    faults += together.size();
    together.forEach(one -> ways.merge(one.way(), 1L, Long::sum));
    String names = together.stream().map(Fault::name).collect(Collectors.joining(" + "));
    Duration all = striking.plus(lasting).plus(healing);
    note(
        String.format(
            Locale.ROOT,
            "%4d  %-60s %5.1f s   %s",
            earlier + faults,
            names,
            all.toMillis() / 1e3,
            pace));
    table.printf(
        "%d\t%s\t%d\t%d\t%d%n",
        earlier + faults, names, striking.toMillis(), lasting.toMillis(), healing.toMillis());
  }

  /** How quick it was; no part of the verdict. */
  void targets(List<Target> targets) {
    targets.forEach(one -> note(one.toString()));
  }

  /**
   * The verdict.
   *
   * @param leftOut of what it therefore says nothing
   */
  void result(Checker.Result result, List<Finding> letOut, List<LeftOut> leftOut) {
    note("");
    note(
        String.format(
            Locale.ROOT,
            "%d faults; %,d acknowledged, %,d entries in the journals, %,d records on the topics;"
                + " drained %.1f s after the last fault.",
            earlier + faults,
            result.acknowledged(),
            result.entries(),
            result.events(),
            result.drained().toMillis() / 1000.0));
    Map<Finding.Kind, List<Finding>> kinds =
        Stream.concat(letOut.stream(), result.findings().stream())
            .collect(Collectors.groupingBy(Finding::kind, TreeMap::new, Collectors.toList()));
    for (Finding.Kind kind : Finding.Kind.values()) {
      List<Finding> found = kinds.getOrDefault(kind, List.of());
      note(String.format(Locale.ROOT, "%-12s %,d", kind, found.size()));
      found.stream().limit(MOST_OF_A_KIND).forEach(one -> note("    " + one));
    }
    String struck =
        ways.entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .collect(Collectors.joining(", "));
    note(
        String.format(Locale.ROOT, "%-12s %,d kinds of faults: %s", "STRUCK", ways.size(), struck));
    note(String.format(Locale.ROOT, "%-12s %,d kinds of faults", "NOT_POSSIBLE", leftOut.size()));
    leftOut.forEach(one -> note("    " + one));
  }
}
