package gatehouse.admission.training;

/** Tells others, with pseudonyms in place of staff ids. */
public interface TrainingEvents {
  void recorded(Competence competence);

  void opened(AssessmentWindow window);
}
