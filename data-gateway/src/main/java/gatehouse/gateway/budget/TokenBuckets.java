package gatehouse.gateway.budget;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Token buckets in this process, two for each application: calls and model tokens, both refilled
 * evenly over a minute. Each replica has its own: the share of one, if the number of replicas is
 * said; else n replicas let n times as much through.
 */
@ApplicationScoped
public class TokenBuckets implements Budgets {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Map<String, Pair> byApplication = new ConcurrentHashMap<>();
  private final Settings settings;

  public TokenBuckets(Settings settings) {
    this.settings = settings;
  }

  /** What the hospital allows; 0 means that nothing is counted. */
  @ConfigMapping(prefix = "gatehouse.budget")
  public interface Settings {
    /** For every application that is not named. */
    @WithDefault("0")
    long requestsPerMinute();

    /** The same for tokens of the model. */
    @WithDefault("0")
    long tokensPerMinute();

    /** How many gateways share the figures; each takes an even share, rounded up. */
    @WithDefault("1")
    @Min(1)
    int replicas();

    /** By the application's code. */
    Map<String, Own> applications();

    /** An application's own. */
    interface Own {
      OptionalLong requestsPerMinute();

      OptionalLong tokensPerMinute();
    }
  }

  private record Pair(@Nullable Bucket calls, @Nullable Bucket tokens) {}

  @Override
  public Verdict admit(String application) {
    Pair pair = pair(application);
    if (pair.tokens() != null && pair.tokens().getAvailableTokens() <= 0) {
      return new Exhausted(
          Duration.ofNanos(pair.tokens().estimateAbilityToConsume(1).getNanosToWaitForRefill()));
    }
    if (pair.calls() == null) {
      return new Granted();
    }
    ConsumptionProbe probe = pair.calls().tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? new Granted()
        : new Exhausted(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  @Override
  public void spent(String application, long tokens) {
    Bucket bucket = pair(application).tokens();
    if (bucket != null && tokens > 0) {
      bucket.consumeIgnoringRateLimits(tokens);
    }
  }

  private Pair pair(String application) {
    return byApplication.computeIfAbsent(application, this::made);
  }

  private Pair made(String application) {
    Settings.Own own = settings.applications().get(application);
    return new Pair(
        bucket(
            own == null ? OptionalLong.empty() : own.requestsPerMinute(),
            settings.requestsPerMinute()),
        bucket(
            own == null ? OptionalLong.empty() : own.tokensPerMinute(),
            settings.tokensPerMinute()));
  }

  private @Nullable Bucket bucket(OptionalLong own, long others) {
    long perMinute = Math.ceilDiv(own.orElse(others), (long) settings.replicas());
    return perMinute <= 0
        ? null
        : Bucket.builder()
            .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
            .build();
  }
}
