package gatehouse.incident.incident.rest;

import gatehouse.clauses.Clause;
import gatehouse.incident.incident.Category;
import gatehouse.incident.incident.Level;
import gatehouse.incident.incident.ReportedFacts;
import gatehouse.web.PersonNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report. Only what happened is asked for: no harm, no application and no patient need be known.
 *
 * @param level left out it is IV, a hazard; triage may raise it
 * @param anonymous true: nobody keeps who reported
 */
@Clause("G-46")
record ReportIncidentRequest(
    @NotNull Category category,
    @NotBlank @Size(max = 8000) String narrative,
    @Nullable Level level,
    ReportedFacts.@Nullable Harm harm,
    @Size(max = 200) @Nullable String application,
    @Size(max = 200) @Nullable String productDigest,
    @Valid @Nullable PersonNumber patient,
    @Size(max = 100) @Nullable String encounter,
    @Nullable Instant occurredAt,
    @Nullable Instant discoveredAt,
    @Nullable Boolean anonymous) {

  boolean isAnonymous() {
    return Boolean.TRUE.equals(anonymous);
  }
}
