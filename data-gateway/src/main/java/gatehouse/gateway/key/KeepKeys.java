package gatehouse.gateway.key;

import gatehouse.clauses.Clause;
import gatehouse.gateway.permit.Caller;
import gatehouse.gateway.permit.Refusal;
import gatehouse.gateway.permit.RunningPermits;
import gatehouse.gateway.secret.Secret;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives keys out, changes them for new ones, and ends them. */
@ApplicationScoped
public class KeepKeys implements RunningPermits.CallersRight {
  private final ApiKeys keys;
  private final KeyEvents events;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public KeepKeys(ApiKeys keys, KeyEvents events, Ids ids, Clock clock) {
    this.keys = keys;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** A new key and its secret, which nobody can see again. */
  public record Issued(ApiKey key, Secret secret) {}

  /** Issues. */
  @Transactional
  public Issued issue(
      String client, @Nullable String application, Set<ApiKey.Scope> scopes, Duration lifetime) {
    Instant now = clock.instant();
    ApiKey key = new ApiKey(ids.next(), client, application, scopes, now, now.plus(lifetime), null);
    Issued issued = added(key);
    events.issued(key);
    return issued;
  }

  /**
   * Issues one that opens the same for as long as the old one was issued for. The old one works on
   * for a while, so that nobody has to change all programs in one second. Empty if there is no such
   * key or it has ended.
   */
  @Transactional
  public Optional<Issued> rotate(UUID id, Duration overlap) {
    Instant now = clock.instant();
    return keys.lock(id)
        .filter(former -> former.isLive(now))
        .map(former -> {
          Duration lifetime = Duration.between(former.issuedAt(), former.expiresAt());
          ApiKey key =
              new ApiKey(
                  ids.next(),
                  former.client(),
                  former.application(),
                  former.scopes(),
                  now,
                  now.plus(lifetime),
                  null);
          ApiKey ending = former.endingAt(now.plus(overlap));
          keys.save(ending);
          Issued issued = added(key);
          events.rotated(key, ending);
          return issued;
        });
  }

  /**
   * Ends it for every replica's next request, and what runs under it within a second. Empty if
   * there is no such key.
   */
  @Transactional
  @Clause("G-42")
  public Optional<ApiKey> revoke(UUID id) {
    return keys.lock(id)
        .map(key -> {
          if (key.revokedAt() != null) {
            return key;
          }
          ApiKey revoked = key.revoked(clock.instant());
          keys.save(revoked);
          events.revoked(revoked);
          return revoked;
        });
  }

  @Override
  public Optional<Refusal> lost(Caller caller) {
    return ApiKey.idOf(caller.subject())
        .filter(keys::hasEnded)
        .map(_ -> Refusal.of(Refusal.Code.KEY_REVOKED));
  }

  /** The live key with this secret. May ask the database. */
  public Optional<ApiKey> opened(Secret secret) {
    return keys.find(secret.hash()).filter(key -> key.isLive(clock.instant()));
  }

  /** The live key with this secret, if it was looked at a moment ago. Never waits. */
  public Optional<ApiKey> remembered(Secret secret) {
    return keys.remembered(secret.hash()).filter(key -> key.isLive(clock.instant()));
  }

  private Issued added(ApiKey key) {
    Secret secret = Secret.fresh(random);
    keys.add(key, secret.hash());
    return new Issued(key, secret);
  }
}
