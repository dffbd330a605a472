package gatehouse.incident.failover.store;

import gatehouse.incident.failover.FailoverRun;
import gatehouse.incident.failover.FailoverRuns;
import gatehouse.incident.failover.FailoverState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlFailoverRuns implements FailoverRuns {
  private final Rows rows;

  SqlFailoverRuns(Rows rows) {
    this.rows = rows;
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<FailoverRow, UUID> {}

  @Override
  public void add(FailoverRun run) {
    rows.persist(FailoverRow.of(run));
  }

  @Override
  public Optional<FailoverRun> find(FailoverRun.Id id) {
    return rows.findByIdOptional(id.value()).map(FailoverRow::run);
  }

  @Override
  public Optional<FailoverRun> lock(FailoverRun.Id id) {
    return rows.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(FailoverRow::run);
  }

  @Override
  public void save(FailoverRun run) {
    rows.findById(run.id().value()).take(run);
  }

  @Override
  public List<FailoverRun> open() {
    return rows
        .find("state <> ?1 order by triggeredAt", FailoverState.FailoverStateName.CLOSED)
        .stream()
        .map(FailoverRow::run)
        .toList();
  }
}
