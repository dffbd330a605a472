package gatehouse.gateway.token.rest;

import gatehouse.gateway.secret.Secret;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who holds a token, by the SHA-256 of the whole token, signature and all; the oldest are dropped
 * first. Nothing of the request with which a token came is kept.
 */
@ApplicationScoped
class CheckedTokens {
  static final int MOST = 10_000;

  private record Holder(SecurityIdentity identity, Instant until, long untilNanos) {}

  private final Map<String, Holder> holders = new LinkedHashMap<>();
  private final Clock clock;
  private final LongSupplier nanos;
  private final Duration longest;

  @Inject
  CheckedTokens(
      Clock clock, @ConfigProperty(name = "gatehouse.token.remembered") Duration longest) {
    this(clock, System::nanoTime, longest);
  }

  CheckedTokens(Clock clock, LongSupplier nanos, Duration longest) {
    this.clock = clock;
    this.nanos = nanos;
    this.longest = longest;
  }

  /** Whom this very token was found to belong to, if that is known and still holds. */
  Optional<SecurityIdentity> holder(String token) {
    return remembered(digest(token)).map(Holder::identity);
  }

  /** Remembers what OIDC has verified; what it did not verify as a JWT stays unknown. */
  void keep(SecurityIdentity verified) {
    AccessTokenCredential token = verified.getCredential(AccessTokenCredential.class);
    if (token != null && verified.getPrincipal() instanceof OidcJwtCallerPrincipal principal) {
      Instant end = Instant.ofEpochSecond(principal.getExpirationTime());
      keep(
          digest(token.getToken()),
          new Holder(
              bare(principal, token.getToken(), verified.getRoles()),
              end,
              nanos.getAsLong() + longest.toNanos()));
    }
  }

  /** Made once: the credential parses the whole token when it is made. It never changes. */
  private static SecurityIdentity bare(
      OidcJwtCallerPrincipal principal, String token, Set<String> roles) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(principal)
        .addCredential(new AccessTokenCredential(token))
        .addRoles(Set.copyOf(roles))
        .build();
  }

  synchronized int size() {
    return holders.size();
  }

  private synchronized Optional<Holder> remembered(String digest) {
    Holder holder = holders.get(digest);
    if (holder == null) {
      return Optional.empty();
    }
    boolean over =
        nanos.getAsLong() - holder.untilNanos() >= 0 || !clock.instant().isBefore(holder.until());
    if (over) {
      holders.remove(digest);
      return Optional.empty();
    }
    return Optional.of(holder);
  }

  private synchronized void keep(String digest, Holder holder) {
    holders.remove(digest);
    holders.put(digest, holder);
    if (holders.size() > MOST) {
      holders.remove(holders.keySet().iterator().next());
    }
  }

  private static String digest(String token) {
    return new Secret(token).hash();
  }
}
