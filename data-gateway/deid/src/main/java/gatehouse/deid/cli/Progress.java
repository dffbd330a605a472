package gatehouse.deid.cli;

import java.io.PrintStream;

/** A bar on standard error. */
final class Progress {
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final int total;
  private final boolean shown;
  private int done;

  Progress(PrintStream out, int total, boolean shown) {
    this.out = out;
    this.total = total;
    this.shown = shown;
  }

  synchronized void step() {
    done++;
    if (shown) {
      int filled = total == 0 ? WIDTH : done * WIDTH / total;
      out.print(
          "\r[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/" + total);
      if (done == total) {
        out.println();
      }
      out.flush();
    }
  }
}
