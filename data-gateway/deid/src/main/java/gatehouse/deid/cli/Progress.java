package gatehouse.deid.cli;

import java.io.PrintStream;

/** A bar on standard error, drawn anew at most ten times a second. */
final class Progress {
  private static final int WIDTH = 30;
  private static final long PAUSE = 100_000_000;

  private final PrintStream out;
  private final boolean shown;
  private int total;
  private int done;
  private long drawn;

  Progress(PrintStream out, boolean shown) {
    this.out = out;
    this.shown = shown;
  }

  synchronized void start(int files) {
    total = files;
    draw();
  }

  synchronized void step() {
    done++;
    if (done == total || System.nanoTime() - drawn > PAUSE) {
      draw();
    }
  }

  private void draw() {
    if (!shown) {
      return;
    }
    int filled = total == 0 ? WIDTH : (int) ((long) done * WIDTH / total);
    String bar = "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/" + total;
    // The cursor goes back at once, so that whatever is reported meanwhile has a line of its own.
    out.print(bar + (done == total ? "\n" : "\r"));
    out.flush();
    drawn = System.nanoTime();
  }
}
