package gatehouse.admission.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Adds to the register of training. */
@ApplicationScoped
public class RecordTraining {
  private final Trainings trainings;
  private final TrainingEvents events;

  RecordTraining(Trainings trainings, TrainingEvents events) {
    this.trainings = trainings;
    this.events = events;
  }

  @Transactional
  public void record(Competence competence) {
    trainings.add(competence);
    events.recorded(competence);
  }

  @Transactional
  public void open(AssessmentWindow window) {
    trainings.add(window);
    events.opened(window);
  }
}
