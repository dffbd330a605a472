package gatehouse.consent.scope.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** New terms as they come in; {@code endsOld}: the processing under the old ones stops existing. */
record ReviseScopeRequest(@NotNull @Valid TermsRequest terms, boolean endsOld) {}
