package gatehouse.admission.training;

import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.product.Products;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Adds to the register of training. */
@ApplicationScoped
public class RecordTraining {
  private final Trainings trainings;
  private final Products products;
  private final TrainingEvents events;
  private final HospitalDay day;

  RecordTraining(Trainings trainings, Products products, TrainingEvents events, HospitalDay day) {
    this.trainings = trainings;
    this.products = products;
    this.events = events;
    this.day = day;
  }

  /** A misspelt product would leave its user untrained without a word. */
  @Transactional
  public Outcome<Competence> record(Competence competence) {
    if (!products.isNamed(competence.product())) {
      return Outcome.refused(Refusal.PRODUCT_UNKNOWN);
    }
    if (!competence.validOn(day.today())) {
      return Outcome.refused(Refusal.DEADLINE_PAST);
    }
    trainings.add(competence);
    events.recorded(competence);
    return Outcome.done(competence);
  }

  /** Nobody was without AI in a time that is over. */
  @Transactional
  public Outcome<AssessmentWindow> open(AssessmentWindow window) {
    if (!day.now().isBefore(window.to())) {
      return Outcome.refused(Refusal.DEADLINE_PAST);
    }
    trainings.add(window);
    events.opened(window);
    return Outcome.done(window);
  }
}
