package gatehouse.admission.changeclass.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.changeclass.ControlPlan;
import gatehouse.admission.changeclass.ControlPlans;
import gatehouse.admission.changeclass.PlanId;
import gatehouse.admission.evidence.Threshold;
import gatehouse.admission.panel.SeatReview;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

@ApplicationScoped
class SqlControlPlans implements ControlPlans {
  private final EntityManager entities;
  private final ObjectMapper json;

  SqlControlPlans(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  /** A control plan as it lies in its row. */
  record ControlPlanDocument(
      String code,
      SortedSet<String> mayChange,
      List<Threshold> thresholds,
      String requestedBy,
      SeatReview review) {}

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
    try {
      row.document =
          json.writeValueAsString(
              new ControlPlanDocument(
                  plan.code(),
                  plan.mayChange(),
                  plan.thresholds(),
                  plan.requestedBy(),
                  plan.review()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Every control plan can be written", e);
    }
  }

  private ControlPlan read(ControlPlanRow row) {
    try {
      ControlPlanDocument document = json.readValue(row.document, ControlPlanDocument.class);
      return new ControlPlan(
          new PlanId(row.id),
          new ApplicationId(row.application),
          document.code(),
          document.mayChange(),
          document.thresholds(),
          document.requestedBy(),
          document.review(),
          row.revision);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A control plan row cannot be read: " + row.id, e);
    }
  }

  @Override
  public Optional<ControlPlan> find(PlanId id) {
    return Optional.ofNullable(entities.find(ControlPlanRow.class, id.value())).map(this::read);
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
        .map(this::read)
        .toList();
  }
}
