package gatehouse.gateway.key.store;

import gatehouse.gateway.key.ApiKey;
import gatehouse.gateway.key.ApiKeys;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SqlApiKeys implements ApiKeys {
  private final Rows rows;

  /** Panache stays in here. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ApiKeyRow, UUID> {}

  SqlApiKeys(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void add(ApiKey key, String secretHash) {
    rows.persist(ApiKeyRow.of(key, secretHash));
  }

  @Override
  public Optional<ApiKey> find(String secretHash) {
    return rows.find("secretHash", secretHash).firstResultOptional().map(ApiKeyRow::key);
  }

  @Override
  public Optional<ApiKey> lock(UUID id) {
    return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(ApiKeyRow::key);
  }

  @Override
  public void save(ApiKey key) {
    rows.findById(key.id()).take(key);
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
