package gatehouse.gateway.upstream.rest;

import io.netty.handler.codec.DateFormatter;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * How long an upstream asks to be left alone: OpenAI's {@code retry-after-ms}, which is the more
 * exact word, else {@code Retry-After} in seconds or as a date (RFC 9110, 10.2.3).
 */
@ApplicationScoped
class RetryAfter {
  /** Nobody waits longer for a model; whoever comes back too early is told again. */
  static final Duration LONGEST = Duration.ofHours(1);

  private static final int LONGEST_DATE = 64;
  private static final String NUMBER = "\\d{1,9}";

  private final Clock clock;

  RetryAfter(Clock clock) {
    this.clock = clock;
  }

  /** Zero to an hour; null if the upstream said nothing that can be read. */
  @Nullable Duration of(MultiMap headers) {
    String millis = headers.get("retry-after-ms");
    if (millis != null && millis.matches(NUMBER)) {
      return bounded(Duration.ofMillis(Long.parseLong(millis)));
    }
    String said = headers.get("Retry-After");
    if (said == null) {
      return null;
    }
    if (said.matches(NUMBER)) {
      return bounded(Duration.ofSeconds(Long.parseLong(said)));
    }
    Instant until = date(said);
    if (until == null) {
      return null;
    }
    // A date means what the upstream's own clock makes of it, where it tells the time.
    Instant there = date(headers.get("Date"));
    return bounded(Duration.between(there == null ? clock.instant() : there, until));
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  /** In any of the three forms that a recipient must take (RFC 9110, 5.6.7). */
  private static @Nullable Instant date(@Nullable String text) {
    // The library throws on what is longer than any date.
    if (text == null || text.length() > LONGEST_DATE) {
      return null;
    }
    Date date = DateFormatter.parseHttpDate(text.strip());
    return date == null ? null : date.toInstant();
  }
}
