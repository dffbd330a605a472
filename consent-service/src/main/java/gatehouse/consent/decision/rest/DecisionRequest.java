package gatehouse.consent.decision.rest;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.application.Tier;
import gatehouse.consent.scope.Category;
import gatehouse.consent.text.Wording;
import gatehouse.web.PersonNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A question as it comes in. */
record DecisionRequest(
    @NotNull @Pattern(regexp = ApplicationCode.FORM) String application,
    @Nullable Tier tier,
    @Nullable String subjectRef,
    @Nullable @Valid PersonNumber patient,
    @Nullable @Size(max = 100) @Pattern(regexp = Wording.CHARACTERS) String encounter,
    @NotBlank @Size(max = 60) String purpose,
    @Nullable @Size(max = 40) Set<@NotNull @Pattern(regexp = Category.FORM) String> categories,
    @Nullable Instant collectedAt) {}
