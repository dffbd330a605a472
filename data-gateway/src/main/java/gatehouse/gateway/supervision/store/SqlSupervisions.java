package gatehouse.gateway.supervision.store;

import gatehouse.gateway.supervision.Supervision;
import gatehouse.gateway.supervision.Supervisions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlSupervisions implements Supervisions {
  private final Rows rows;

  /** Panache stays in here. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<SupervisionRow, UUID> {}

  SqlSupervisions(Rows rows) {
    this.rows = rows;
  }

  @Override
  public void add(Supervision supervision) {
    rows.persist(SupervisionRow.of(supervision));
  }

  @Override
  public Optional<Supervision> lock(UUID id) {
    return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .map(SupervisionRow::supervision);
  }

  @Override
  public void save(Supervision supervision) {
    rows.findById(supervision.id()).take(supervision);
  }

  @Override
  public List<Supervision> open(String application, String encounterRef) {
    return rows
        .find(
            "application = ?1 and encounterRef = ?2 and endedAt is null", application, encounterRef)
        .stream()
        .map(SupervisionRow::supervision)
        .toList();
  }

  @Override
  public List<Supervision> lockSilent(Instant heardBefore) {
    return rows
        .find("endedAt is null and lastBeatAt <= ?1", heardBefore)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint("jakarta.persistence.lock.timeout", -2)
        .stream()
        .map(SupervisionRow::supervision)
        .toList();
  }
}
