package gatehouse.admission.changeclass;

import gatehouse.admission.application.ApplicationId;
import java.util.List;
import java.util.Optional;

/** All control plans. */
public interface ControlPlans {
  void add(ControlPlan plan);

  /** Writes the next revision of what {@code locked} gave. */
  void save(ControlPlan plan);

  Optional<ControlPlan> find(PlanId id);

  /** Under the row's lock until the transaction ends. */
  Optional<ControlPlan> locked(PlanId id);

  /** Newest first. */
  List<ControlPlan> of(ApplicationId application);
}
