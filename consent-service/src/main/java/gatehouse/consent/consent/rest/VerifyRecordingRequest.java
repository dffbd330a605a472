package gatehouse.consent.consent.rest;

import gatehouse.consent.text.TextDigest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What the second person found in the archive, as it comes in. */
record VerifyRecordingRequest(
    @NotNull @Pattern(regexp = TextDigest.FORM) String digest, int durationSeconds) {}
