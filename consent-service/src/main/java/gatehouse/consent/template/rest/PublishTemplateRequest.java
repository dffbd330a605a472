package gatehouse.consent.template.rest;

import gatehouse.consent.template.EthicsApproval;
import gatehouse.consent.text.Wording;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What makes a form publishable, as it comes in. */
record PublishTemplateRequest(@NotNull @Valid ApprovalRequest ethicsApproval) {

  /** Where the committee's approval can be found. */
  record ApprovalRequest(
      @NotBlank @Size(max = 100) @Pattern(regexp = Wording.CHARACTERS) String reference,
      @NotNull LocalDate approvedOn) {}

  EthicsApproval approval() {
    return new EthicsApproval(ethicsApproval.reference(), ethicsApproval.approvedOn());
  }
}
