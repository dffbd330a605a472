package gatehouse.admission.change.store;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.change.ChangeCase;
import gatehouse.admission.change.ChangeId;
import gatehouse.admission.change.ChangeState;
import gatehouse.admission.changeclass.ChangeAssessment;
import gatehouse.admission.panel.SeatReview;

/** A change case as it lies in its row. */
record ChangeDocument(
    ChangeState state,
    String code,
    ChangeCase.Next next,
    String replaces,
    ChangeCase.Declared declared,
    ChangeAssessment assessment,
    String requestedBy,
    SeatReview review) {

  static ChangeDocument of(ChangeCase change) {
    return new ChangeDocument(
        change.state(),
        change.code(),
        change.next(),
        change.replaces(),
        change.declared(),
        change.assessment(),
        change.requestedBy(),
        change.review());
  }

  ChangeCase toChange(ChangeId id, ApplicationId application, long revision) {
    return new ChangeCase(
        id,
        application,
        code,
        next,
        replaces,
        declared,
        assessment,
        requestedBy,
        review,
        state,
        revision);
  }
}
