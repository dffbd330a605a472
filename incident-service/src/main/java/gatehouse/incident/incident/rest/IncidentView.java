package gatehouse.incident.incident.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.incident.incident.Category;
import gatehouse.incident.incident.Incident;
import gatehouse.incident.incident.IncidentState;
import gatehouse.incident.incident.Level;
import gatehouse.incident.incident.ReportedFacts;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident for those who look into it. Who reported is not shown to anybody: reporting has no
 * punishment to fear.
 *
 * @param late whether the report came after {@code dueAt}; it counts all the same
 * @param loweringTo a lower level that waits for a second person's word
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IncidentView(
    UUID incidentId,
    IncidentState.IncidentStateName state,
    Level level,
    Level reportedLevel,
    Category category,
    String narrative,
    ReportedFacts.@Nullable Harm harm,
    @Nullable String application,
    @Nullable String productDigest,
    @Nullable String subjectRef,
    @Nullable String encounter,
    @Nullable Instant occurredAt,
    Instant discoveredAt,
    Instant reportedAt,
    Instant dueAt,
    boolean late,
    ReportedFacts.Detection detectedBy,
    boolean anonymous,
    @Nullable Level loweringTo,
    @Nullable UUID mergedInto) {

  static IncidentView of(Incident incident) {
    ReportedFacts facts = incident.facts();
    ReportedFacts.PatientContext patient = facts.patient();
    return new IncidentView(
        incident.id().value(),
        incident.state().name(),
        incident.level(),
        facts.level(),
        incident.category(),
        facts.narrative(),
        facts.harm(),
        facts.application(),
        facts.productDigest(),
        patient == null ? null : patient.subjectRef(),
        patient == null ? null : patient.encounter(),
        facts.occurredAt(),
        facts.discoveredAt(),
        incident.reportedAt(),
        incident.dueAt(),
        incident.isLate(),
        facts.detectedBy(),
        facts.reporter() == null,
        incident.lowering() == null ? null : incident.lowering().to(),
        incident.state() instanceof IncidentState.Merged merged ? merged.into() : null);
  }
}
