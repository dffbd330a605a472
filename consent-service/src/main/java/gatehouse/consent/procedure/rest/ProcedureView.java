package gatehouse.consent.procedure.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.consent.procedure.Confirmation;
import gatehouse.consent.procedure.Disposition;
import gatehouse.consent.procedure.Step;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a withdrawal is handled; nothing here names the person.
 *
 * @param step what it waits for; absent when it is finished
 * @param owner the role that is to do it
 * @param dueAt by when
 * @param ledger which system knows of the withdrawal, and since when
 * @param forThePerson what the person is to be told, as things stand; absent before all else is
 *     done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProcedureView(
    UUID withdrawalId,
    String state,
    @Nullable Step step,
    @Nullable String owner,
    @Nullable Instant dueAt,
    boolean overdue,
    Instant effectiveAt,
    List<StepView> steps,
    List<LedgerLine> ledger,
    @Nullable Disposition disposition,
    @Nullable Confirmation confirmation,
    @Nullable ConfirmationText forThePerson) {

  /**
   * One step.
   *
   * @param state DONE, CURRENT, WAITING, or NOT_NEEDED
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StepView(Step step, String owner, String state, @Nullable Instant at) {}

  /**
   * One system.
   *
   * @param how APPLIED or RAN_OUT for a gateway, ACKNOWLEDGED or SILENT for another system
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LedgerLine(String system, String how, @Nullable Instant at) {}

  /**
   * Words for a person, Chinese first.
   *
   * @param digest SHA-256 of both, a line feed between them; hexadecimal
   */
  record ConfirmationText(String zh, String en, String digest) {}
}
