package gatehouse.admission.changeclass.store;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.changeclass.ControlPlan;
import gatehouse.admission.changeclass.PlanId;
import gatehouse.admission.evidence.Threshold;
import gatehouse.admission.panel.SeatReview;
import java.util.List;
import java.util.SortedSet;

/** A control plan as it lies in its row. */
record ControlPlanDocument(
    String code,
    SortedSet<String> mayChange,
    List<Threshold> thresholds,
    String requestedBy,
    SeatReview review) {

  static ControlPlanDocument of(ControlPlan plan) {
    return new ControlPlanDocument(
        plan.code(), plan.mayChange(), plan.thresholds(), plan.requestedBy(), plan.review());
  }

  ControlPlan toPlan(PlanId id, ApplicationId application, long revision) {
    return new ControlPlan(
        id, application, code, mayChange, thresholds, requestedBy, review, revision);
  }
}
