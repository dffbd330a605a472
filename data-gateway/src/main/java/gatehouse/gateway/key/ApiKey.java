package gatehouse.gateway.key;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The right of one program to call, without its secret.
 *
 * @param client whose key it is; stands in permits and blocks like a token's client
 * @param application the one application it may call; null means any that is configured
 * @param expiresAt when it ends by itself
 * @param revokedAt when somebody ended it; null as long as nobody did
 */
public record ApiKey(
    UUID id,
    String client,
    @Nullable String application,
    Set<Scope> scopes,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable Instant revokedAt) {
  private static final String SUBJECT = "api-key-";
  private static final Pattern OF_KEY =
      Pattern.compile(SUBJECT + "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  public ApiKey {
    scopes = Set.copyOf(scopes);
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("a key without a scope opens nothing");
    }
  }

  /** What a key opens; none of them decides about an output. */
  public enum Scope {
    /** OpenAI's routes. */
    MODELS("MODEL_CLIENT"),
    /** The permit question. */
    PERMITS("PERMIT_CLIENT");

    private final String role;

    Scope(String role) {
      this.role = role;
    }

    /** The role that endpoints name. */
    public String role() {
      return role;
    }
  }

  /** Who calls with it, as a token's {@code sub} says it. */
  public String subject() {
    return SUBJECT + id;
  }

  /** The key of a caller; empty for everybody who came with a token. */
  static Optional<UUID> idOf(String subject) {
    return OF_KEY.matcher(subject).matches()
        ? Optional.of(UUID.fromString(subject.substring(SUBJECT.length())))
        : Optional.empty();
  }

  /** Whether it opens anything now. */
  public boolean isLive(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  ApiKey revoked(Instant at) {
    return new ApiKey(id, client, application, scopes, issuedAt, expiresAt, at);
  }

  /** Ends it earlier; never later. */
  ApiKey endingAt(Instant end) {
    return new ApiKey(
        id,
        client,
        application,
        scopes,
        issuedAt,
        end.isBefore(expiresAt) ? end : expiresAt,
        revokedAt);
  }
}
