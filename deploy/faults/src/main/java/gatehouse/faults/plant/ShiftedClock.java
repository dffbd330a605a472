package gatehouse.faults.plant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * The machine's time and what a file adds to it: an ISO 8601 duration such as {@code PT-1H}; none
 * where there is no file. The file may change at any time.
 */
public final class ShiftedClock extends Clock {
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);

  private final Path file;
  private final ZoneId zone;
  private long lookedAt = System.nanoTime() - LOOK;
  private Duration shift = Duration.ZERO;

  ShiftedClock(Path file, ZoneId zone) {
    this.file = file;
    this.zone = zone;
  }

  /** What a service whose clock method the agent has changed is given. */
  public static Clock ofService() {
    return new ShiftedClock(Path.of(System.getProperty(PlantAgent.CLOCK)), ZoneOffset.UTC);
  }

  @Override
  public Instant instant() {
    return Instant.now(Clock.systemUTC()).plus(shift());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new ShiftedClock(file, other);
  }

  private synchronized Duration shift() {
    if (System.nanoTime() - lookedAt >= LOOK) {
      try {
        shift = Files.exists(file) ? Duration.parse(Files.readString(file)) : Duration.ZERO;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      lookedAt = System.nanoTime();
    }
    return shift;
  }
}
