package gatehouse.gateway.release;

import gatehouse.gateway.output.Output;
import gatehouse.gateway.secret.Secret;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes tokens. */
@ApplicationScoped
class Mint {
  private final Ids ids;
  private final Clock clock;
  private final Duration maxAge;
  private final SecureRandom random = new SecureRandom();

  Mint(Ids ids, Clock clock, @ConfigProperty(name = "gatehouse.release.max-age") Duration maxAge) {
    this.ids = ids;
    this.clock = clock;
    this.maxAge = maxAge;
  }

  /** A token and its secret. */
  record Minted(ReleaseToken token, Secret secret) {}

  Minted token(Output output, RequestRelease.Wish wish) {
    Instant now = clock.instant();
    ReleaseToken token =
        new ReleaseToken(
            ids.next(),
            output.id(),
            output.digest(),
            wish.physicianRef(),
            wish.encounterRef(),
            wish.target(),
            now,
            now.plus(maxAge),
            null,
            null);
    return new Minted(token, Secret.fresh(random));
  }
}
