package gatehouse.admission.assessment;

import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The skill-decay report (G-60). */
@ApplicationScoped
@Clause("G-60")
public class ReportDecay {
  private final AssessmentResults results;
  private final int limit;

  ReportDecay(
      AssessmentResults results,
      @ConfigProperty(name = "admission.assessment.decline-points") int limit) {
    this.results = results;
    this.limit = limit;
  }

  /** Of one skill, with the results that are there now. */
  public SkillDecay of(String skill) {
    return SkillDecay.of(results.of(skill), limit);
  }
}
