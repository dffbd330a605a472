package gatehouse.faults.suite;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the kernel took in the last bytes of a connection on loopback, as {@code ss} tells. It does
 * that within the sender's own system call, so that the moment says nothing of how busy the machine
 * is, and everything of the sender.
 */
final class Arrivals {
  private static final Pattern LAST = Pattern.compile("\\blastrcv:(\\d+)");

  /** The kernel counts in ticks. */
  private static final Duration TICK = Duration.ofMillis(10);

  private Arrivals() {}

  /**
   * The earliest {@link System#nanoTime} at which they can have come; empty where the connection is
   * gone, or the machine has no {@code ss}.
   */
  static OptionalLong lastNanos(int port, int peer) {
    long before = System.nanoTime();
    Attempt attempt =
        Attempt.at("ss", "-tinHO", "sport = :%d and dport = :%d".formatted(port, peer));
    if (!attempt.succeeded() || !attempt.said().contains(":" + port)) {
      return OptionalLong.empty();
    }
    Matcher last = LAST.matcher(attempt.said());
    // What came this very moment is not written out.
    Duration ago = Duration.ofMillis(last.find() ? Long.parseLong(last.group(1)) : 0);
    return OptionalLong.of(before - ago.plus(TICK).toNanos());
  }
}
