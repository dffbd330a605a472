package gatehouse.verify;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Says once a second how far it is, and in the end how fast it was. */
final class Progress implements LongConsumer {

  private static final long SECOND = 1_000_000_000L;

  private final PrintStream err;
  private final long bytes;
  private final long began = System.nanoTime();
  private long said = began;

  Progress(PrintStream err, long bytes) {
    this.err = err;
    this.bytes = bytes;
  }

  @Override
  public void accept(long done) {
    long now = System.nanoTime();
    if (now - said >= SECOND) {
      said = now;
      err.printf(Locale.ROOT, "%3d %% of %,d bytes%n", done * 100 / Math.max(bytes, 1), bytes);
    }
  }

  /** How many entries took how long. */
  String rate(long entries) {
    double seconds = Math.max(System.nanoTime() - began, 1) / (double) SECOND;
    return String.format(
        Locale.ROOT, "%,d entries in %.1f s, %,.0f entries/s", entries, seconds, entries / seconds);
  }
}
