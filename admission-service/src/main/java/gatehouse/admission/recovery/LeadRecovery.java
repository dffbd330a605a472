package gatehouse.admission.recovery;

import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** Takes a recovery case one step further, under the lock of its row, with its events. */
@ApplicationScoped
public class LeadRecovery {
  private final RecoveryCases cases;
  private final RecoveryEvents events;
  private final HeldApplications held;
  private final HospitalDay day;

  LeadRecovery(RecoveryCases cases, RecoveryEvents events, HeldApplications held, HospitalDay day) {
    this.cases = cases;
    this.events = events;
    this.held = held;
    this.day = day;
  }

  /** One step of the case. */
  @Transactional
  public Outcome<RecoveryCase> step(
      RecoveryId id, Function<RecoveryCase, Outcome<RecoveryChange>> step) {
    return cases
        .locked(id)
        .map(step)
        .orElseGet(() -> Outcome.refused(Refusal.RECOVERY_UNKNOWN))
        .map(this::keep);
  }

  /** Opens the round on what the stop holds at this moment; refused once it was lifted. */
  @Transactional
  @Clause("G-55")
  public Outcome<RecoveryCase> openRound(RecoveryId id, UUID round, Instant closesAt) {
    return step(
        id,
        found ->
            held.of(found.matter().stop())
                .then(restarts ->
                    found.roundOpened(
                        new RecoveryCase.Opening(round, day.now(), closesAt, restarts))));
  }

  private RecoveryCase keep(RecoveryChange change) {
    cases.save(change.recoveryCase());
    events.happened(change);
    return change.recoveryCase();
  }
}
