package gatehouse.consent.consent.rest;

import gatehouse.consent.consent.Consent;
import gatehouse.web.PersonNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom to ask for what, as it comes in. */
record PresentConsentRequest(
    @Nullable @Valid PersonNumber patient,
    @Nullable String subjectRef,
    @NotNull UUID scopeId,
    Consent.@NotNull Channel channel) {}
