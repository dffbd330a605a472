package gatehouse.admission.assessment.store;

import gatehouse.admission.assessment.AssessmentResult;
import gatehouse.admission.assessment.AssessmentResults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

@ApplicationScoped
class SqlAssessmentResults implements AssessmentResults {
  private static final String ADD =
      "insert into admission.assessment_result (skill, staff, taken_at, points, passed)"
          + " values (:skill, :staff, :takenAt, :points, :passed) on conflict do nothing";

  private final EntityManager entities;

  SqlAssessmentResults(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public boolean add(AssessmentResult result) {
    return entities
            .createNativeQuery(ADD)
            .setParameter("skill", result.skill())
            .setParameter("staff", result.user())
            .setParameter("takenAt", result.takenAt())
            .setParameter("points", result.points())
            .setParameter("passed", result.passed())
            .executeUpdate()
        == 1;
  }

  @Override
  public List<AssessmentResult> of(String skill) {
    return entities
        .createQuery("from ResultRow r where r.skill = :skill", ResultRow.class)
        .setParameter("skill", skill)
        .getResultStream()
        .map(ResultRow::toResult)
        .toList();
  }
}
