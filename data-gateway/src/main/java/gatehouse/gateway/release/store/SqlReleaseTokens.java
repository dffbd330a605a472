package gatehouse.gateway.release.store;

import gatehouse.gateway.release.ReleaseToken;
import gatehouse.gateway.release.ReleaseTokens;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlReleaseTokens implements ReleaseTokens {
  private final Rows rows;

  /** Panache stays in here. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<ReleaseTokenRow, UUID> {}

  SqlReleaseTokens(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void add(ReleaseToken token, String secretHash) {
    rows.persist(ReleaseTokenRow.of(token, secretHash));
  }

  @Override
  public Optional<ReleaseToken> lock(String secretHash) {
    return rows.find("secretHash", secretHash)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .map(ReleaseTokenRow::token);
  }

  @Override
  public void spend(ReleaseToken token) {
    rows.findById(token.id()).spentAt = token.spentAt();
  }

  @Override
  public void voidOpen(UUID output, Instant at) {
    rows.update(
        "voidedAt = ?1 where output = ?2 and spentAt is null and voidedAt is null", at, output);
  }
}
