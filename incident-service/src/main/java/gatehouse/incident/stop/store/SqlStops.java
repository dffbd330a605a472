package gatehouse.incident.stop.store;

import gatehouse.clauses.Clause;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopScope;
import gatehouse.incident.stop.StopState;
import gatehouse.incident.stop.Stops;
import gatehouse.incident.stop.StopsInForce;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Clause("G-51")
class SqlStops implements Stops {
  /** One statement, so that epoch, orders and lifts are of one moment. */
  private static final String SINCE =
      """
      select e.epoch, s, l
      from EpochRow e
      left join StopRow s
        on not exists (select 1 from LiftRow x where x.stopId = s.id and x.epoch <= :since)
      left join LiftRow l on l.stopId = s.id
      order by s.epoch
      """;

  private final Rows rows;

  SqlStops(Rows rows) {
    this.rows = rows;
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<StopRow, UUID> {}

  @Override
  public long lockEpoch() {
    return manager().find(EpochRow.class, true, LockModeType.PESSIMISTIC_WRITE).epoch;
  }

  @Override
  public void add(Stop stop) {
    advanceTo(stop.epoch());
    rows.persist(StopRow.of(stop));
  }

  @Override
  public void lift(Stop stop, StopState.Lifted lift, String liftedBy) {
    advanceTo(lift.epoch());
    LiftRow row = new LiftRow();
    row.stopId = stop.id().value();
    row.epoch = lift.epoch();
    row.recoveryId = lift.recovery();
    row.outcome = lift.outcome();
    row.liftedBy = liftedBy;
    row.liftedAt = lift.at();
    manager().persist(row);
  }

  @Override
  public void save(Stop stop) {
    if (!stop.isUnlifted()) {
      throw new IllegalArgumentException("only lift() lifts");
    }
    rows.findById(stop.id().value()).stand(stop);
  }

  @Override
  public Optional<Stop> find(Stop.Id id) {
    return rows.findByIdOptional(id.value()).map(row -> row.stop(liftOf(row.id)));
  }

  @Override
  public Optional<Stop> lock(Stop.Id id) {
    return rows.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
        .map(row -> row.stop(liftOf(row.id)));
  }

  @Override
  public List<Stop> unlifted() {
    return rows
        .find(
            "from StopRow s where not exists (select 1 from LiftRow l where l.stopId = s.id)"
                + " order by s.epoch")
        .stream()
        .map(row -> row.stop(null))
        .toList();
  }

  @Override
  public long newestEpochOn(StopScope scope) {
    return rows.find(
            "scopeKind = ?1 and lower(scopeValue) = lower(?2) order by epoch desc",
            scope.kind(),
            scope.value())
        .firstResultOptional()
        .map(row -> row.epoch)
        .orElse(0L);
  }

  @Override
  public StopsInForce since(long since) {
    List<Stop> inForce = new ArrayList<>();
    List<Stop.Id> lifted = new ArrayList<>();
    long epoch = 0;
    for (Object[] found :
        manager().createQuery(SINCE, Object[].class).setParameter("since", since).getResultList()) {
      epoch = (Long) found[0];
      if (found[1] instanceof StopRow row) {
        if (found[2] instanceof LiftRow) {
          lifted.add(new Stop.Id(row.id));
        } else {
          inForce.add(row.stop(null));
        }
      }
    }
    return new StopsInForce(epoch, inForce, lifted, drills());
  }

  @Override
  public void addDrill(StopsInForce.Drill drill) {
    advanceTo(drill.epoch());
    manager().persist(DrillOrderRow.of(drill));
  }

  @Override
  public void endDrill(UUID drill, long epoch) {
    advanceTo(epoch);
    manager().find(DrillOrderRow.class, drill).endedEpoch = epoch;
  }

  /** Read behind the epoch: one that began since is told early, never too late. */
  private List<StopsInForce.Drill> drills() {
    return manager()
        .createQuery(
            "from DrillOrderRow d where d.endedEpoch is null order by d.epoch", DrillOrderRow.class)
        .getResultStream()
        .map(DrillOrderRow::drill)
        .toList();
  }

  private @Nullable LiftRow liftOf(UUID stopId) {
    return manager().find(LiftRow.class, stopId);
  }

  /** Refuses to skip or reuse an epoch: the caller holds the lock, so this can only be a defect. */
  private void advanceTo(long epoch) {
    EpochRow last = manager().find(EpochRow.class, true);
    if (epoch != last.epoch + 1) {
      throw new IllegalStateException("epoch " + epoch + " does not follow " + last.epoch);
    }
    last.epoch = epoch;
  }

  private EntityManager manager() {
    return rows.getEntityManager();
  }
}
