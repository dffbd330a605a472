package gatehouse.consent.notice.rest;

import gatehouse.consent.text.TextDigest;
import gatehouse.consent.text.Wording;
import gatehouse.web.PersonNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That the pop-up was on the screen, as it comes in. */
record ReceiptRequest(
    @NotNull @Pattern(regexp = TextDigest.FORM) String digest,
    @Nullable @Valid PersonNumber patient,
    @Nullable String subjectRef,
    @Nullable @Size(max = 100) @Pattern(regexp = Wording.CHARACTERS) String encounter,
    @NotNull @Pattern(regexp = "zh|en") String language,
    @Nullable Kind answer,
    @Nullable Instant shownAt) {

  /** What the person did with the pop-up. A no is a refusal, with an address of its own. */
  @Schema(name = "ReceiptKind")
  enum Kind {
    SHOWN,
    ACCEPTED
  }
}
