package gatehouse.consent.withdrawal.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A patient as another system knows them; never logged, never kept. */
record PatientRequest(
    @NotBlank @Size(max = 60) @Pattern(regexp = "[^|\\x00\\p{Cs}]*") String issuer,
    @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\x00\\p{Cs}]*") String id) {

  @Override
  public String toString() {
    return "PatientRequest[not shown]";
  }
}
