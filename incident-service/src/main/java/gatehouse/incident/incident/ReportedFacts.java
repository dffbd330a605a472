package gatehouse.incident.incident;

import gatehouse.clauses.Clause;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was reported, as it was reported; triage changes level and category of the incident, never
 * this. Everything but category, narrative and time of discovery may be missing.
 *
 * @param application code as the reporter knows it; nobody checks it
 * @param productDigest digest of the version, when known
 * @param patient where it happened, when a patient was concerned
 * @param narrative in the reporter's words; may name people, so it stays in this service's database
 * @param occurredAt null when unknown
 * @param discoveredAt from here the deadlines count
 * @param reporter null when the reporter wishes to stay unnamed: then nobody keeps it
 */
@Clause("G-46")
public record ReportedFacts(
    @Nullable String application,
    @Nullable String productDigest,
    @Nullable PatientContext patient,
    Category category,
    Level level,
    @Nullable Harm harm,
    String narrative,
    @Nullable Instant occurredAt,
    Instant discoveredAt,
    @Nullable String reporter,
    Detection detectedBy) {
  public ReportedFacts {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(discoveredAt, "discoveredAt");
    Objects.requireNonNull(detectedBy, "detectedBy");
    if (narrative.isBlank()) {
      throw new IllegalArgumentException("a report says what happened");
    }
  }

  /**
   * The patient and the encounter concerned.
   *
   * @param subjectRef pseudonym of the patient, or null
   * @param encounter the hospital's encounter number, or null
   */
  public record PatientContext(@Nullable String subjectRef, @Nullable String encounter) {}

  /** What it did to a patient, as far as the reporter knows. Never asked for. */
  public enum Harm {
    NONE,
    TEMPORARY,
    PERMANENT,
    DEATH,
    UNKNOWN
  }

  /** Who noticed. */
  public enum Detection {
    HUMAN,
    MONITOR,
    GATEWAY,
    HIS
  }
}
