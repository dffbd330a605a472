package gatehouse.incident.recovery.store;

import gatehouse.incident.recovery.Recoveries;
import gatehouse.incident.recovery.Recovery;
import gatehouse.incident.stop.Stop;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlRecoveries implements Recoveries {
  private final Rows rows;

  SqlRecoveries(Rows rows) {
    this.rows = rows;
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<RecoveryRow, UUID> {}

  @Override
  public void add(Recovery recovery) {
    rows.persist(RecoveryRow.of(recovery));
  }

  @Override
  public void save(Recovery recovery) {
    rows.findById(recovery.id().value()).take(recovery);
  }

  @Override
  public Optional<Recovery> find(Recovery.Id id) {
    return rows.findByIdOptional(id.value()).map(RecoveryRow::recovery);
  }

  /** Not by loading the row: what is read before the stop is locked may be old by then. */
  @Override
  public Optional<Stop.Id> stopOf(Recovery.Id id) {
    return rows.getEntityManager()
        .createQuery("select r.stopId from RecoveryRow r where r.id = :id", UUID.class)
        .setParameter("id", id.value())
        .getResultStream()
        .findFirst()
        .map(Stop.Id::new);
  }
}
