package gatehouse.faults;

import gatehouse.local.blueprint.Part;
import gatehouse.local.processes.Announcements;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal reads, a line at a time. */
final class Announcing implements Announcements {
  private final PrintStream out;
  private boolean isStruck;

  Announcing(PrintStream out) {
    this.out = out;
  }

  @Override
  public void ready(Part part, Duration after) {
    note(
        String.format(
            Locale.ROOT, "%-20s ready   %5.1f s", part.name(), after.toMillis() / 1000.0));
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
}
