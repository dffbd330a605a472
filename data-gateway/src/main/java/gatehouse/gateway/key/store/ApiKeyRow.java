package gatehouse.gateway.key.store;

import gatehouse.gateway.key.ApiKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code gateway.api_key}. */
@Entity
@Table(name = "api_key")
class ApiKeyRow {
  private static final String SEPARATOR = " ";

  @Id UUID id;

  @Column(name = "secret_hash", updatable = false)
  String secretHash;

  @Column(updatable = false)
  String client;

  @Column(updatable = false)
  @Nullable String application;

  @Column(updatable = false)
  String scopes;

  @Column(name = "issued_at", updatable = false)
  Instant issuedAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  @Column(name = "revoked_at")
  @Nullable Instant revokedAt;

  static ApiKeyRow of(ApiKey key, String secretHash) {
    ApiKeyRow row = new ApiKeyRow();
    row.id = key.id();
    row.secretHash = secretHash;
    row.client = key.client();
    row.application = key.application();
    row.scopes =
        key.scopes().stream().map(Enum::name).sorted().collect(Collectors.joining(SEPARATOR));
    row.issuedAt = key.issuedAt();
    row.take(key);
    return row;
  }

  void take(ApiKey key) {
    expiresAt = key.expiresAt();
    revokedAt = key.revokedAt();
  }

  ApiKey key() {
    return new ApiKey(
        id,
        client,
        application,
        Arrays.stream(scopes.split(SEPARATOR, -1))
            .map(ApiKey.Scope::valueOf)
            .collect(Collectors.toSet()),
        issuedAt,
        expiresAt,
        revokedAt);
  }
}
