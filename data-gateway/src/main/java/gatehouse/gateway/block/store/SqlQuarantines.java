package gatehouse.gateway.block.store;

import gatehouse.gateway.block.Quarantines;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlQuarantines implements Quarantines {
  private final Rows rows;
  private final QuarantineCopy copy;

  /** Panache stays in here. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<QuarantineRow, UUID> {}

  SqlQuarantines(Rows rows, QuarantineCopy copy) {
    this.rows = rows;
    this.copy = copy;
  }

  @Override
  public boolean holds(String client) {
    return copy.clients().contains(client);
  }

  @Override
  public void begin(Quarantine quarantine) {
    rows.persist(QuarantineRow.of(quarantine));
    copy.forgetWhenDone();
  }

  @Override
  public Optional<Quarantine> lock(String client) {
    return rows.find("client = ?1 and endedAt is null", client)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .map(QuarantineRow::quarantine);
  }

  @Override
  public void end(Quarantine quarantine) {
    rows.findById(quarantine.id()).endedAt = quarantine.endedAt();
    copy.forgetWhenDone();
  }

  @Override
  @Transactional
  public List<Quarantine> inForce() {
    return rows.find("endedAt is null order by beganAt").stream()
        .map(QuarantineRow::quarantine)
        .toList();
  }
}
