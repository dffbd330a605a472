package gatehouse.faults.egress;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What an owner said of a no that is enforced.
 *
 * @param named how many gateways it names
 * @param nanos {@link System#nanoTime} of the earlier of two moments: since when it is enforced by
 *     the owner's own word, and when that word was read. All clocks are this machine's.
 */
record Confirmed(int named, long nanos) {

  /** The moment of an answer, on both clocks. */
  record Read(long nanos, Instant wall) {
    static Read now() {
      return new Read(System.nanoTime(), Clock.systemUTC().instant());
    }
  }

  static Confirmed of(JsonNode enforcement, Read read) {
    Instant since = Instant.parse(enforcement.path("enforcedAt").textValue());
    long ago = Duration.between(since, read.wall()).toNanos();
    return new Confirmed(enforcement.path("gateways").size(), read.nanos() - Math.max(0, ago));
  }
}
