package gatehouse.incident.drill.store;

import gatehouse.incident.drill.Drill;
import gatehouse.incident.drill.Drills;
import gatehouse.lease.owner.Enforcement;
import gatehouse.lease.owner.Enforcements;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlDrills implements Drills {
  private final Rows rows;
  private final Enforcements enforcements;

  SqlDrills(Rows rows, Enforcements enforcements) {
    this.rows = rows;
    this.enforcements = enforcements;
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<DrillRow, UUID> {}

  @Override
  public void add(Drill drill) {
    rows.persist(DrillRow.of(drill));
  }

  @Override
  public void end(Drill drill) {
    if (drill.end() != null) {
      rows.findById(drill.id()).end(drill.end());
    }
  }

  @Override
  public Optional<Drill> lock(UUID id) {
    return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(DrillRow::drill);
  }

  @Override
  public Optional<Drill> find(UUID id) {
    return rows.findByIdOptional(id).map(DrillRow::drill);
  }

  @Override
  public List<Drill> latest(int limit) {
    return rows.findAll(Sort.descending("epoch")).page(0, limit).stream()
        .map(DrillRow::drill)
        .toList();
  }

  @Override
  public Optional<Drill.Enforced> enforced(long epoch) {
    return switch (enforcements.of(epoch)) {
      case Enforcement.Accepted _, Enforcement.Unconfirmed _ -> Optional.empty();
      case Enforcement.Enforced(long _, Instant at, List<Enforcement.Holder> holders) ->
          Optional.of(new Drill.Enforced(at, holders.size()));
    };
  }
}
