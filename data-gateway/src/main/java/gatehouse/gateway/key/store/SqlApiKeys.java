package gatehouse.gateway.key.store;

import gatehouse.gateway.key.ApiKey;
import gatehouse.gateway.key.ApiKeys;
import gatehouse.gateway.recent.Recent;
import gatehouse.gateway.recent.RecentChanges;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlApiKeys implements ApiKeys {
  private final Rows rows;
  private final RecentChanges changes;
  private final Recent<String, Optional<ApiKey>> recent;
  private final Recent<UUID, Boolean> revoked;

  /** Panache stays in here. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ApiKeyRow, UUID> {}

  SqlApiKeys(
      Rows rows,
      RecentChanges changes,
      @ConfigProperty(name = "gatehouse.recent.age") Duration age) {
    this.rows = rows;
    this.changes = changes;
    this.recent =
        new Recent<>(
            secretHash -> QuarkusTransaction.requiringNew().call(() -> stored(secretHash)), age);
    this.revoked = new Recent<>(id -> QuarkusTransaction.requiringNew().call(() -> ended(id)), age);
  }

  @Override
  public void add(ApiKey key, String secretHash) {
    rows.persist(ApiKeyRow.of(key, secretHash));
    changes.forgetWhenDone(recent);
  }

  @Override
  public Optional<ApiKey> find(String secretHash) {
    return recent.of(secretHash);
  }

  @Override
  public Optional<ApiKey> remembered(String secretHash) {
    return recent.known(secretHash).flatMap(Function.identity());
  }

  @Override
  public boolean isRevoked(UUID id) {
    return revoked.of(id);
  }

  private boolean ended(UUID id) {
    return rows.count("id = ?1 and revokedAt is not null", id) > 0;
  }

  private Optional<ApiKey> stored(String secretHash) {
    return rows.find("secretHash", secretHash).firstResultOptional().map(ApiKeyRow::key);
  }

  @Override
  public Optional<ApiKey> lock(UUID id) {
    return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(ApiKeyRow::key);
  }

  @Override
  public void save(ApiKey key) {
    rows.findById(key.id()).take(key);
    changes.forgetWhenDone(recent);
  }

  @Override
  @Transactional
  public List<ApiKey> all(@Nullable UUID before, int limit) {
    PanacheQuery<ApiKeyRow> found =
        before == null
            ? rows.find("order by id desc")
            : rows.find("id < ?1 order by id desc", before);
    return found.page(0, limit).stream().map(ApiKeyRow::key).toList();
  }
}
