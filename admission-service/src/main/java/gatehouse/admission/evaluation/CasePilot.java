package gatehouse.admission.evaluation;

import gatehouse.admission.evaluation.CaseState.Admitted;
import gatehouse.admission.evaluation.CaseState.Collecting;
import gatehouse.admission.evaluation.CaseState.PilotAuthorised;
import gatehouse.admission.evaluation.CaseState.PilotFailed;
import gatehouse.admission.evaluation.CaseState.PilotPassed;
import gatehouse.admission.evaluation.CaseState.PilotVoting;
import gatehouse.admission.evaluation.CaseState.Piloting;
import gatehouse.admission.evaluation.CaseState.Ready;
import gatehouse.admission.evaluation.CaseState.Tiered;
import gatehouse.admission.evaluation.CaseState.Vetoed;
import gatehouse.admission.evaluation.CaseState.Voting;
import gatehouse.admission.evaluation.CaseState.Withdrawn;
import gatehouse.admission.pilot.Environment;
import gatehouse.admission.pilot.Pilot;
import gatehouse.admission.pilot.PilotPlan;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The pilot steps of an admission case (G-25). */
public final class CasePilot {
  private final AdmissionCase before;

  CasePilot(AdmissionCase before) {
    this.before = before;
  }

  /** Starts on a plan that is fixed now. Only a simulated pilot may skip the entry round. */
  @Clause("G-25")
  public Outcome<CaseChange> started(PilotPlan plan, Instant now, LocalDate day) {
    if (!plan.digest().equals(before.subject().digest())) {
      return Outcome.refused(Refusal.PILOT_OTHER_VERSION);
    }
    if (day.isAfter(plan.until())) {
      return Outcome.refused(Refusal.DEADLINE_PAST);
    }
    Pilot pilot = Pilot.started(plan, now);
    CaseEvent event = new CaseEvent.PilotStarted(pilot);
    return switch (before.state()) {
      case Ready ready when plan.environment() == Environment.SIMULATED ->
          Outcome.done(stepped(ready.started(), pilot, event));
      case Ready _ -> Outcome.refused(Refusal.PILOT_ENTRY_ROUND_MISSING);
      case PilotAuthorised authorised -> Outcome.done(stepped(authorised.started(), pilot, event));
      case Tiered _,
          Collecting _,
          PilotVoting _,
          Piloting _,
          PilotPassed _,
          Voting _,
          Admitted _,
          Vetoed _,
          PilotFailed _,
          Withdrawn _ ->
          Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  /** Books one case of the pilot. */
  @Clause("G-25")
  public Outcome<CaseChange> ran(String place, boolean harmful, LocalDate day) {
    Pilot pilot = before.bundle().pilot();
    if (!(before.state() instanceof Piloting piloting) || pilot == null) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    return pilot
        .ran(place, harmful, day)
        .map(after ->
            after.phase() == Pilot.PilotPhase.FAILED
                ? stepped(
                    piloting.failed(),
                    after,
                    new CaseEvent.PilotCaseRecorded(after),
                    new CaseEvent.PilotFinished(after))
                : stepped(piloting, after, new CaseEvent.PilotCaseRecorded(after)));
  }

  /** Ends the pilot on the measures of its endpoints. */
  @Clause("G-25")
  public Outcome<CaseChange> finished(Map<String, BigDecimal> measures) {
    Pilot pilot = before.bundle().pilot();
    if (!(before.state() instanceof Piloting piloting) || pilot == null) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    return pilot
        .finished(measures)
        .map(after ->
            stepped(
                after.phase() == Pilot.PilotPhase.PASSED ? piloting.passed() : piloting.failed(),
                after,
                new CaseEvent.PilotFinished(after)));
  }

  /** Every reason why no call may be made in this pilot; empty when one may. */
  public List<Refusal> objections(String place, LocalDate day) {
    Pilot pilot = before.bundle().pilot();
    return before.state() instanceof Piloting && pilot != null
        ? pilot.objections(place, day)
        : List.of(Refusal.NOT_ADMITTED);
  }

  private CaseChange stepped(CaseState next, Pilot pilot, CaseEvent... events) {
    return before.changed(next, before.bundle().with(pilot), before.panel(), events);
  }
}
