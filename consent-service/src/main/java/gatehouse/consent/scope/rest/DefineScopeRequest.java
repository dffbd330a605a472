package gatehouse.consent.scope.rest;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.text.Wording;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A scope as it comes in. */
record DefineScopeRequest(
    @NotNull @Pattern(regexp = ApplicationCode.FORM) String application,
    @Nullable @Size(max = 100) @Pattern(regexp = Wording.CHARACTERS) String study,
    @NotNull @Valid TermsRequest terms) {}
