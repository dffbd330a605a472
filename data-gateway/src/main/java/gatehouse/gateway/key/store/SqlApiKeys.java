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
import java.time.Clock;
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
  private final Recent<UUID, Boolean> ended;
  private final Clock clock;

  /** Panache stays in here. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ApiKeyRow, UUID> {}

  SqlApiKeys(
      Rows rows,
      RecentChanges changes,
      Clock clock,
      @ConfigProperty(name = "gatehouse.recent.age") Duration age) {
    this.rows = rows;
    this.changes = changes;
    this.recent =
        new Recent<>(
            secretHash -> QuarkusTransaction.requiringNew().call(() -> stored(secretHash)), age);
    this.ended = new Recent<>(id -> QuarkusTransaction.requiringNew().call(() -> isOver(id)), age);
    this.clock = clock;
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
  public boolean hasEnded(UUID id) {
    return ended.of(id);
  }

  private boolean isOver(UUID id) {
    return rows.findByIdOptional(id).filter(row -> !row.key().isLive(clock.instant())).isPresent();
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
