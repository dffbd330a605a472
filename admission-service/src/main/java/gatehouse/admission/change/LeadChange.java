package gatehouse.admission.change;

import gatehouse.admission.application.LeadApplication;
import gatehouse.admission.panel.SeatReview;
import gatehouse.admission.person.Person;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes a change case to its end; the word that passes it switches the version with it. */
@ApplicationScoped
public class LeadChange {
  private final Changes changes;
  private final ChangeEvents events;
  private final LeadApplication applications;

  LeadChange(Changes changes, ChangeEvents events, LeadApplication applications) {
    this.changes = changes;
    this.events = events;
    this.applications = applications;
  }

  /**
   * One seat's word. The last approval is refused while the application is stopped or suspended:
   * the case stays under review, and the word can be given again.
   */
  @Transactional
  @Clause("G-02")
  public Outcome<ChangeCase> review(ChangeId id, SeatReview.Word word, Person reviewer) {
    return changes
        .locked(id)
        .map(found -> found.reviewed(word, reviewer))
        .orElseGet(() -> Outcome.refused(Refusal.CHANGE_UNKNOWN))
        .then(this::followed)
        .map(after -> {
          changes.save(after);
          events.reviewed(after, word);
          return after;
        });
  }

  /** Its applicant takes an open change back. */
  @Transactional
  @Clause("G-02")
  public Outcome<ChangeCase> withdraw(ChangeId id, Person by) {
    return changes
        .locked(id)
        .map(found -> found.withdrawnBy(by))
        .orElseGet(() -> Outcome.refused(Refusal.CHANGE_UNKNOWN))
        .map(after -> {
          changes.save(after);
          events.withdrawn(after);
          return after;
        });
  }

  private Outcome<ChangeCase> followed(ChangeCase after) {
    return switch (after.state()) {
      case PASSED ->
          applications
              .follow(
                  after.application(),
                  after.next().version(),
                  after.next().name(),
                  after.next().digest())
              .map(_ -> after);
      case UNDER_REVIEW, REJECTED, NEEDS_NEW_ADMISSION, WITHDRAWN -> Outcome.done(after);
    };
  }
}
