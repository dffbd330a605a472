package gatehouse.admission.recovery;

import gatehouse.admission.person.Person;
import gatehouse.admission.recovery.Matter.Restart;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * Opens a recovery case for a stop in force. A case that ended is cited, never reopened; reports on
 * which the panel has decided do not come back.
 */
@ApplicationScoped
public class OpenRecovery {
  private final HeldApplications held;
  private final RecoveryCases cases;
  private final RecoveryEvents events;

  OpenRecovery(HeldApplications held, RecoveryCases cases, RecoveryEvents events) {
    this.held = held;
    this.cases = cases;
    this.events = events;
  }

  /** What is asked for: the id to give, the stop, and the reports of its evaluation. */
  public record Wish(RecoveryId id, String stop, Matter.Reports reports) {}

  @Transactional
  @Clause({"G-23", "G-55"})
  public Outcome<RecoveryCase> open(Wish wish, Person by) {
    return held.of(wish.stop()).then(restarts -> open(wish, restarts, by));
  }

  private Outcome<RecoveryCase> open(Wish wish, List<Restart> restarts, Person by) {
    Optional<RecoveryCase> before = cases.latestOf(wish.stop());
    if (before.filter(earlier -> !earlier.over()).isPresent()) {
      return Outcome.refused(Refusal.RECOVERY_UNDER_WAY);
    }
    RecoveryId predecessor = before.map(RecoveryCase::id).orElse(null);
    Matter matter = new Matter(wish.stop(), restarts, wish.reports(), predecessor);
    RecoveryChange opened = RecoveryCase.opened(wish.id(), matter, by.subject());
    if (!cases.add(opened.recoveryCase())) {
      return Outcome.refused(Refusal.REPORTS_ALREADY_JUDGED);
    }
    events.happened(opened);
    return Outcome.done(opened.recoveryCase());
  }
}
