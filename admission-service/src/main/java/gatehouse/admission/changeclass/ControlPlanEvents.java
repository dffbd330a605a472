package gatehouse.admission.changeclass;

import gatehouse.admission.panel.SeatReview;

/** Tells others what happened to a control plan, in the transaction in which it happened. */
public interface ControlPlanEvents {
  void recorded(ControlPlan plan);

  void reviewed(ControlPlan plan, SeatReview.Word word);
}
