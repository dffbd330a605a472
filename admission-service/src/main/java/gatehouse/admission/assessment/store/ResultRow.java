package gatehouse.admission.assessment.store;

import gatehouse.admission.assessment.AssessmentResult;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "assessment_result")
@IdClass(ResultRow.Key.class)
class ResultRow {
  record Key(String skill, String staff, Instant takenAt) {}

  @Id String skill;
  @Id String staff;

  @Id
  @Column(name = "taken_at")
  Instant takenAt;

  short points;
  boolean passed;

  AssessmentResult toResult() {
    return new AssessmentResult(staff, skill, takenAt, points, passed);
  }
}
