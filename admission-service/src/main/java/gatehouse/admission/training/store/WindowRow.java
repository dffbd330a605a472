package gatehouse.admission.training.store;

import gatehouse.admission.training.AssessmentWindow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.stream.Stream;

@Entity
@Table(name = "assessment_window")
class WindowRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String staff;
  Instant starts;
  Instant ends;

  @Column(name = "registered_at", insertable = false, updatable = false)
  Instant registeredAt;

  /** What it kept AI away in: nothing before somebody had asked for it. */
  Stream<AssessmentWindow> toWindow() {
    Instant from = starts.isBefore(registeredAt) ? registeredAt : starts;
    return from.isBefore(ends)
        ? Stream.of(new AssessmentWindow(staff, from, ends))
        : Stream.empty();
  }
}
