package gatehouse.admission.intake.rest;

import gatehouse.admission.Answers;
import gatehouse.web.Ids;
import jakarta.inject.Singleton;

/** What the resources of this package answer with: new ids and the wording of refusals. */
@Singleton
class Desk {
  private final Ids ids;
  private final Answers answers;

  Desk(Ids ids, Answers answers) {
    this.ids = ids;
    this.answers = answers;
  }

  Ids ids() {
    return ids;
  }

  Answers answers() {
    return answers;
  }
}
