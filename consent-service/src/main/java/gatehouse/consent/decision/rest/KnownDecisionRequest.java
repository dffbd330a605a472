package gatehouse.consent.decision.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** A question about the past as it comes in: as things stood then, as they were known then. */
record KnownDecisionRequest(
    @NotNull @Valid DecisionRequest question, @NotNull Instant at, @NotNull Instant knownAt) {}
