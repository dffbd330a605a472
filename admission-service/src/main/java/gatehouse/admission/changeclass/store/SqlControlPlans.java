package gatehouse.admission.changeclass.store;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.changeclass.ControlPlan;
import gatehouse.admission.changeclass.ControlPlans;
import gatehouse.admission.changeclass.PlanId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class SqlControlPlans implements ControlPlans {
  private final EntityManager entities;

  SqlControlPlans(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(ControlPlan plan) {
    ControlPlanRow row = new ControlPlanRow();
    row.id = plan.id().value();
    row.application = plan.application().value();
    fill(row, plan);
    entities.persist(row);
  }

  @Override
  public void save(ControlPlan plan) {
    ControlPlanRow row = entities.find(ControlPlanRow.class, plan.id().value());
    if (row.revision + 1 != plan.revision()) {
      throw new OptimisticLockException("The control plan was changed in between");
    }
    fill(row, plan);
  }

  private void fill(ControlPlanRow row, ControlPlan plan) {
    row.revision = plan.revision();
    row.document = ControlPlanDocument.of(plan);
  }

  private static ControlPlan read(ControlPlanRow row) {
    return row.document.toPlan(
        new PlanId(row.id), new ApplicationId(row.application), row.revision);
  }

  @Override
  public Optional<ControlPlan> find(PlanId id) {
    return Optional.ofNullable(entities.find(ControlPlanRow.class, id.value()))
        .map(SqlControlPlans::read);
  }

  /** Refreshed under the lock: what this transaction read before it waited may be stale. */
  @Override
  public Optional<ControlPlan> locked(PlanId id) {
    entities.flush();
    ControlPlanRow row = entities.find(ControlPlanRow.class, id.value());
    if (row == null) {
      return Optional.empty();
    }
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return Optional.of(read(row));
  }

  /** Ids are drawn in order of time (UUIDv7). */
  @Override
  public List<ControlPlan> of(ApplicationId application) {
    return entities
        .createQuery(
            "from ControlPlanRow p where p.application = :application order by p.id desc",
            ControlPlanRow.class)
        .setParameter("application", application.value())
        .getResultStream()
        .map(SqlControlPlans::read)
        .toList();
  }
}
