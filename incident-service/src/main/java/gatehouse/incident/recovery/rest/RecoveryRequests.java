package gatehouse.incident.recovery.rest;

import gatehouse.incident.recovery.Confirmation;
import gatehouse.incident.recovery.RecoveryItem;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies that put a recovery evaluation together. */
final class RecoveryRequests {
  private static final String DIGEST = "sha256:[0-9a-f]{64}";

  private RecoveryRequests() {}

  /** What engineering found; opens the evaluation. */
  record RootCauseRequest(
      @NotNull RecoveryItem.Finding finding, @NotBlank @Size(max = 8000) String rootCause) {
    RecoveryItem.RootCause item() {
      return new RecoveryItem.RootCause(finding, rootCause);
    }
  }

  /** What was changed, and what is to start again. */
  record FixRequest(
      @NotBlank @Size(max = 8000) String fix,
      @NotEmpty @Size(max = 200) Set<@NotNull @Pattern(regexp = DIGEST) String> digests) {
    RecoveryItem.Fix item() {
      return new RecoveryItem.Fix(fix, digests);
    }
  }

  /** The full suite, run again. */
  record SuiteRerunRequest(
      @NotEmpty @Size(max = 200) Set<@NotNull @Pattern(regexp = DIGEST) String> digests,
      @NotBlank @Size(max = 200) String baseline,
      @NotNull @Min(1) Integer cases,
      @NotNull @Min(0) Integer failures,
      @NotNull @Pattern(regexp = DIGEST) String reportDigest) {

    @Schema(hidden = true)
    @AssertTrue(message = "failures cannot exceed cases")
    boolean isPossible() {
      return cases == null || failures == null || failures <= cases;
    }

    RecoveryItem.SuiteRerun item() {
      return new RecoveryItem.SuiteRerun(digests, baseline, cases, failures, reportDigest);
    }
  }

  /** A sample, looked at by clinicians. */
  record ClinicalCheckRequest(
      @NotNull @Min(1) Integer samples,
      @NotNull @Min(0) Integer disagreements,
      @NotNull Boolean acceptable,
      @NotNull @Pattern(regexp = DIGEST) String reportDigest) {

    @Schema(hidden = true)
    @AssertTrue(message = "disagreements cannot exceed samples")
    boolean isPossible() {
      return samples == null || disagreements == null || disagreements <= samples;
    }

    @Schema(hidden = true)
    @AssertTrue(message = "what clinicians disagree with in every sample is not acceptable")
    boolean isConsistent() {
      return samples == null
          || disagreements == null
          || acceptable == null
          || !acceptable
          || disagreements < samples;
    }

    RecoveryItem.ClinicalCheck item() {
      return new RecoveryItem.ClinicalCheck(samples, disagreements, acceptable, reportDigest);
    }
  }

  /** Which of the two sides signs. */
  record ConfirmRequest(@NotNull Confirmation.Side side) {}
}
