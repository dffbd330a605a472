package gatehouse.admission.assessment;

/** Tells others, with a pseudonym in place of the staff id and without the result. */
public interface AssessmentEvents {
  void recorded(AssessmentResult result);
}
