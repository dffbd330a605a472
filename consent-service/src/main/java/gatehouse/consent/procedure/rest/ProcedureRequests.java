package gatehouse.consent.procedure.rest;

import gatehouse.consent.procedure.Confirmation;
import gatehouse.consent.procedure.Disposition;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is said of steps. */
final class ProcedureRequests {
  private ProcedureRequests() {}

  /** A system knows of the withdrawal. */
  record AcknowledgeRequest(@NotNull @Size(min = 1, max = 60) String holder) {}

  /**
   * What became of the data.
   *
   * @param law needed with KEPT_BY_LAW: the person is told
   * @param proof needed with DISPOSED: digest of the holder's proof
   */
  record DisposeRequest(
      Disposition.@NotNull Outcome outcome,
      @Size(max = 300) @Nullable String law,
      @Pattern(regexp = "sha256:[0-9a-f]{64}") @Nullable String proof) {}

  /**
   * The person was told.
   *
   * @param textDigest of the text that they were told, as it was handed out
   */
  record ConfirmRequest(
      Confirmation.@NotNull ConfirmationChannel channel,
      @NotNull @Pattern(regexp = "[0-9a-f]{64}") String textDigest) {}
}
