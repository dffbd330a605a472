package gatehouse.consent.template.rest;

import gatehouse.consent.application.Tier;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A form as it comes in. */
record DraftTemplateRequest(
    @NotNull UUID scopeId, @NotNull Tier tier, @NotNull @Valid TextRequest text) {}
