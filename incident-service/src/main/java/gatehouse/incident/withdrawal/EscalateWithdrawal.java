package gatehouse.incident.withdrawal;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.Act;
import gatehouse.incident.incident.Category;
import gatehouse.incident.incident.GradeIncident;
import gatehouse.incident.incident.Incident;
import gatehouse.incident.incident.Level;
import gatehouse.incident.incident.ReportIncident;
import gatehouse.incident.incident.ReportedFacts;
import gatehouse.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * The withdrawal itself holds, so the first overdue step is a hazard (level IV). Told again, of the
 * same step or of a later one, it is one no longer: somebody's wish stays undone, level III.
 */
@ApplicationScoped
@Clause("E-40")
public class EscalateWithdrawal {
  private final OverdueWithdrawals withdrawals;
  private final ReportIncident reportIncident;
  private final GradeIncident gradeIncident;
  private final Messages messages;

  EscalateWithdrawal(
      OverdueWithdrawals withdrawals,
      ReportIncident reportIncident,
      GradeIncident gradeIncident,
      Messages messages) {
    this.withdrawals = withdrawals;
    this.reportIncident = reportIncident;
    this.gradeIncident = gradeIncident;
    this.messages = messages;
  }

  /** To be called once for each time that consent-service tells. */
  @Transactional
  public void escalate(OverdueStep step, Act act) {
    Optional<Incident.Id> known = withdrawals.incidentOf(step.withdrawal());
    if (known.isPresent()) {
      gradeIncident.raiseTo(known.get(), Level.III, act);
      return;
    }
    Incident draft = reportIncident.draft(facts(step), act);
    withdrawals.keep(step.withdrawal(), draft.id());
  }

  private ReportedFacts facts(OverdueStep step) {
    return new ReportedFacts(
        null,
        null,
        null,
        Category.DELAY,
        Level.IV,
        null,
        messages
            .text("draft.OVERDUE_WITHDRAWAL")
            .formatted(step.withdrawal(), step.step(), step.owner()),
        null,
        step.toldAt(),
        null,
        ReportedFacts.Detection.MONITOR);
  }
}
