package gatehouse.gateway.standing.rest;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's own token, fetched ahead of need: a fetch inside a call would eat the call's budget
 * of 120 ms.
 */
@ApplicationScoped
class MachineToken {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration EARLY = Duration.ofSeconds(30);

  private final OidcClient client;
  private final Clock clock;
  private volatile @Nullable String token;
  private volatile Instant renewAt = Instant.MIN;

  MachineToken(OidcClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * The token for a call.
   *
   * @throws IllegalStateException when none has been fetched yet
   */
  String value() {
    String present = token;
    if (present == null) {
      throw new IllegalStateException("the gateway has no token yet");
    }
    return present;
  }

  /** Fetches a new one if the present one runs out soon; blocks. */
  void keepFresh() {
    if (clock.instant().isBefore(renewAt)) {
      return;
    }
    Tokens fetched = client.getTokens().await().atMost(PATIENCE);
    token = fetched.getAccessToken();
    Long expiresAt = fetched.getAccessTokenExpiresAt();
    Instant end = expiresAt == null ? clock.instant() : Instant.ofEpochSecond(expiresAt);
    Duration life = Duration.between(clock.instant(), end);
    renewAt = end.minus(life.compareTo(EARLY.multipliedBy(2)) > 0 ? EARLY : life.dividedBy(2));
  }
}
