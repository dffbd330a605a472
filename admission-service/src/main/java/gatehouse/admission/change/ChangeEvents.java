package gatehouse.admission.change;

import gatehouse.admission.panel.SeatReview;

/** Tells others what happened to a change case, in the transaction in which it happened. */
public interface ChangeEvents {
  void opened(ChangeCase change);

  void reviewed(ChangeCase change, SeatReview.Word word);

  void withdrawn(ChangeCase change);
}
