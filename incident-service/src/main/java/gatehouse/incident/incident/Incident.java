package gatehouse.incident.incident;

import gatehouse.incident.duty.Signature;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reported event.
 *
 * @param version grows with every change
 * @param facts as reported
 * @param level as triage sees it now
 * @param category as triage sees it now
 * @param lowering a wish to lower the level that waits for a second person
 * @param reportedAt when the report was committed to this register
 * @param dueAt by when the hospital wants such an event reported
 */
public record Incident(
    Id id,
    long version,
    ReportedFacts facts,
    Level level,
    Category category,
    IncidentState state,
    @Nullable Lowering lowering,
    Instant reportedAt,
    Instant dueAt) {
  public Incident {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(state, "state");
  }

  /** An incident's id. */
  public record Id(UUID value) {
    public Id {
      Objects.requireNonNull(value, "value");
    }
  }

  /** The first of the two persons whom lowering a level takes. */
  public record Lowering(Level to, Signature by) {}

  /** Whether the report came later than the hospital wants; it counts all the same. */
  public boolean isLate() {
    return reportedAt.isAfter(dueAt);
  }

  Incident moved(IncidentState next) {
    return new Incident(id, version + 1, facts, level, category, next, lowering, reportedAt, dueAt);
  }

  Incident categorised(Category as) {
    return new Incident(id, version, facts, level, as, state, lowering, reportedAt, dueAt);
  }

  /** With another level; whoever waited to lower the old one has to ask again. */
  Incident graded(Level as) {
    return new Incident(id, version + 1, facts, as, category, state, null, reportedAt, dueAt);
  }

  Incident lowering(Lowering wish) {
    return new Incident(id, version + 1, facts, level, category, state, wish, reportedAt, dueAt);
  }
}
