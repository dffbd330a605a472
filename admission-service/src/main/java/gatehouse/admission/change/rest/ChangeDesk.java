package gatehouse.admission.change.rest;

import gatehouse.admission.Answers;
import gatehouse.admission.change.ChangeCase;
import gatehouse.admission.change.ChangeId;
import gatehouse.admission.change.Changes;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.web.Ids;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** New ids, the cases that there are, and how they are shown. */
@Singleton
class ChangeDesk {
  private final Changes changes;
  private final Ids ids;
  private final Answers answers;

  ChangeDesk(Changes changes, Ids ids, Answers answers) {
    this.changes = changes;
    this.ids = ids;
    this.answers = answers;
  }

  ChangeId nextId() {
    return new ChangeId(ids.next());
  }

  Outcome<ChangeCase> found(ChangeId id) {
    return changes
        .find(id)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.CHANGE_UNKNOWN));
  }

  Response created(Outcome<ChangeCase> outcome) {
    return answers.created(outcome, change -> ChangeView.of(change, answers));
  }

  Response ok(Outcome<ChangeCase> outcome) {
    return answers.ok(outcome, change -> ChangeView.of(change, answers));
  }
}
