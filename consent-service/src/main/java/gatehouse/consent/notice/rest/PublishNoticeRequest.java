package gatehouse.consent.notice.rest;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.application.Tier;
import gatehouse.consent.text.Wording;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A notice as it comes in. */
record PublishNoticeRequest(
    @NotNull @Pattern(regexp = ApplicationCode.FORM) String application,
    @NotNull Tier tier,
    @NotNull @Size(max = 2000) @Pattern(regexp = Wording.CHARACTERS) String zh,
    @NotNull @Size(max = 2000) @Pattern(regexp = Wording.CHARACTERS) String en) {

  Wording wording() {
    return new Wording(zh, en);
  }
}
