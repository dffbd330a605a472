package gatehouse.consent.decision.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.web.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer as it goes out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionResponse(
    String decision,
    List<Reason> reasons,
    List<String> clauses,
    @Nullable UUID consentId,
    @Nullable Long version,
    @Nullable String textDigest,
    List<String> obligations,
    @Nullable PatientText patientText,
    @Nullable Instant validUntil) {

  /** What to tell the person. */
  record PatientText(String zh, String en) {}
}
