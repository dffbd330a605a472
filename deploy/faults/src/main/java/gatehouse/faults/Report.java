package gatehouse.faults;

import gatehouse.faults.check.Checker;
import gatehouse.faults.check.Finding;
import gatehouse.faults.fault.Fault;
import gatehouse.local.blueprint.Part;
import gatehouse.local.processes.Announcements;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the person at the terminal reads. */
final class Report implements Announcements {
  private static final int MOST_OF_A_KIND = 5;

  private final PrintStream out;
  private int faults;
  private boolean isStruck;

  Report(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void ready(Part part, Duration after) {
    out.printf(Locale.ROOT, "  %-20s ready   %5.1f s%n", part.name(), after.toMillis() / 1000.0);
  }

  /** Parts end here on purpose; before the first fault it is worth a line. */
  @Override
  public synchronized void ended(Part part, Path log) {
    if (!isStruck) {
      out.printf("  %-20s has ended; its log: %s%n", part.name(), log);
    }
  }

  @Override
  public synchronized void note(String line) {
    out.println("  " + line);
  }

  synchronized void begins() {
    isStruck = true;
  }

  synchronized void struck(Fault fault, Duration took, long acknowledged) {
    faults++;
    out.printf(
        Locale.ROOT,
        "  %4d  %-40s %5.1f s   %,9d acknowledged%n",
        faults,
        fault.name(),
        took.toMillis() / 1000.0,
        acknowledged);
  }

  synchronized void result(Checker.Result result, List<Finding> letOut) {
    out.printf(
        Locale.ROOT,
        "%n%d faults; %,d acknowledged, %,d entries in the journals, %,d records on the topics;"
            + " drained %.1f s after the last fault.%n",
        faults,
        result.acknowledged(),
        result.entries(),
        result.events(),
        result.drained().toMillis() / 1000.0);
    Map<Finding.Kind, List<Finding>> kinds =
        Stream.concat(letOut.stream(), result.findings().stream())
            .collect(Collectors.groupingBy(Finding::kind, TreeMap::new, Collectors.toList()));
    for (Finding.Kind kind : Finding.Kind.values()) {
      List<Finding> found = kinds.getOrDefault(kind, List.of());
      out.printf(Locale.ROOT, "  %-12s %,d%n", kind, found.size());
      found.stream().limit(MOST_OF_A_KIND).forEach(one -> out.println("      " + one));
    }
  }
}
