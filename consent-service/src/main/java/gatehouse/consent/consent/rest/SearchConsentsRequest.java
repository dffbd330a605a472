package gatehouse.consent.consent.rest;

import gatehouse.web.PersonNumber;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** Whose consents to list; a body, so that no patient's number stands in an address. */
record SearchConsentsRequest(@Nullable @Valid PersonNumber patient, @Nullable String subjectRef) {}
