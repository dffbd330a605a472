package gatehouse.admission.change;

import gatehouse.admission.change.Candidates.Candidate;
import gatehouse.admission.changeclass.ClassifyChange;
import gatehouse.admission.person.Person;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Facts;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * The department proposes that a version follows. A MAJOR change is kept as such and closed: no
 * other answers make the same digest a smaller change later.
 */
@ApplicationScoped
public class OpenChange {
  private final Candidates candidates;
  private final ClassifyChange classes;
  private final Changes changes;
  private final ChangeEvents events;

  OpenChange(Candidates candidates, ClassifyChange classes, Changes changes, ChangeEvents events) {
    this.candidates = candidates;
    this.classes = classes;
    this.changes = changes;
    this.events = events;
  }

  /** What is asked for: the id to give, the application, the version, and what is known of it. */
  public record Wish(
      ChangeId id, String code, UUID version, Facts facts, ChangeCase.Declared declared) {}

  @Transactional
  @Clause("G-02")
  public Outcome<ChangeCase> open(Wish wish, Person by) {
    return candidates
        .candidate(wish.code(), wish.version(), by)
        .then(found -> open(wish, found, by));
  }

  private Outcome<ChangeCase> open(Wish wish, Candidate found, Person by) {
    if (changes.isUnderReview(found.application().id())) {
      return Outcome.refused(Refusal.CHANGE_UNDER_REVIEW);
    }
    return classes
        .classify(
            found.application().id(), found.version(), wish.facts(), wish.declared().measures())
        .map(assessment ->
            ChangeCase.opened(
                wish.id(),
                found.application(),
                found.version(),
                wish.declared(),
                new ChangeCase.Finding(assessment, by.subject())))
        .then(this::kept);
  }

  private Outcome<ChangeCase> kept(ChangeCase change) {
    if (!changes.add(change)) {
      return Outcome.refused(Refusal.VERSION_ALREADY_JUDGED);
    }
    events.opened(change);
    return Outcome.done(change);
  }
}
