package gatehouse.gateway.permit.store;

import gatehouse.gateway.permit.GrantedPermits;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlGrantedPermits implements GrantedPermits {
  private final Rows rows;

  /** Panache stays in here. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<GrantedPermitRow, UUID> {}

  SqlGrantedPermits(Rows rows) {
    this.rows = rows;
  }

  @Override
  @Transactional
  public void keep(Granted granted) {
    rows.persist(GrantedPermitRow.of(granted));
  }

  @Override
  @Transactional
  public Optional<Granted> find(UUID id) {
    return rows.findByIdOptional(id).map(GrantedPermitRow::granted);
  }
}
