package gatehouse.admission.assessment;

import java.util.List;

/** Results of skill tests; they are only ever added. */
public interface AssessmentResults {

  /** Whether it was added: a user has one result of a skill at a time. */
  boolean add(AssessmentResult result);

  /** All results of a skill, of everybody. */
  List<AssessmentResult> of(String skill);
}
