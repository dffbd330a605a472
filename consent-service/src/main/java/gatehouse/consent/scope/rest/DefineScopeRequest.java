package gatehouse.consent.scope.rest;

import gatehouse.consent.application.ApplicationCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A scope as it comes in. */
record DefineScopeRequest(
    @NotNull @Pattern(regexp = ApplicationCode.FORM) String application,
    @Nullable @Size(max = 100) String study,
    @NotNull @Valid TermsRequest terms) {}
