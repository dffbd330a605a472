package gatehouse.admission.assessment;

import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.training.Trainings;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Adds the result of a skill test. */
@ApplicationScoped
@Clause("G-60")
public class RecordResult {
  private final AssessmentResults results;
  private final Trainings trainings;
  private final AssessmentEvents events;
  private final HospitalDay day;

  RecordResult(
      AssessmentResults results, Trainings trainings, AssessmentEvents events, HospitalDay day) {
    this.results = results;
    this.trainings = trainings;
    this.events = events;
    this.day = day;
  }

  /**
   * Adds it if the test was taken while the gateway gave its user no AI: outside of an assessment
   * window nobody can vouch for that.
   */
  @Transactional
  public Outcome<AssessmentResult> record(AssessmentResult result) {
    boolean withoutAi =
        !result.takenAt().isAfter(day.now())
            && trainings.windowsOf(result.user()).stream()
                .anyMatch(window -> window.covers(result.takenAt()));
    if (!withoutAi) {
      return Outcome.refused(Refusal.NOT_WITHOUT_AI);
    }
    if (!results.add(result)) {
      return Outcome.refused(Refusal.ALREADY_REGISTERED);
    }
    events.recorded(result);
    return Outcome.done(result);
  }
}
