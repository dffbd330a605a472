package gatehouse.consent.notice.rest;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.text.TextDigest;
import gatehouse.consent.text.Wording;
import gatehouse.web.PersonNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That the paragraph was handed over in an encounter, as it comes in. */
record NoticeRecordRequest(
    @NotNull @Pattern(regexp = ApplicationCode.FORM) String application,
    @NotNull @Pattern(regexp = TextDigest.FORM) String digest,
    @Nullable @Valid PersonNumber patient,
    @Nullable String subjectRef,
    @NotBlank @Size(max = 100) @Pattern(regexp = Wording.CHARACTERS) String encounter,
    @NotNull @Pattern(regexp = "zh|en") String language,
    @Nullable Instant givenAt) {}
