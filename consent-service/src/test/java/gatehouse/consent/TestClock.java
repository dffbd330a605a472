package gatehouse.consent;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's clock, which a test can set forward. */
@Mock
@Singleton
public class TestClock extends Clock {
  private final Clock machine = Clock.systemUTC();
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  /** Lets time pass. */
  public void pass(Duration duration) {
    ahead.updateAndGet(before -> before.plus(duration));
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("this service works in UTC");
  }
}
