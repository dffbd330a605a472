package gatehouse.incident.recovery.rest;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.OnDuty;
import gatehouse.incident.duty.Roles;
import gatehouse.incident.recovery.ConfirmRecovery;
import gatehouse.incident.recovery.ReadRecovery;
import gatehouse.incident.recovery.RecordItem;
import gatehouse.incident.recovery.Recovery;
import gatehouse.incident.recovery.rest.RecoveryRequests.ClinicalCheckRequest;
import gatehouse.incident.recovery.rest.RecoveryRequests.ConfirmRequest;
import gatehouse.incident.recovery.rest.RecoveryRequests.FixRequest;
import gatehouse.incident.recovery.rest.RecoveryRequests.SuiteRerunRequest;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The items of a recovery evaluation and its two signatures. */
@Path("/v1/recoveries/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Clause("G-55")
public class RecoveriesResource {
  private final ReadRecovery readRecovery;
  private final RecordItem recordItem;
  private final ConfirmRecovery confirmRecovery;
  private final OnDuty onDuty;
  private final RecoveryAnswers answers;

  RecoveriesResource(
      ReadRecovery readRecovery,
      RecordItem recordItem,
      ConfirmRecovery confirmRecovery,
      OnDuty onDuty,
      RecoveryAnswers answers) {
    this.readRecovery = readRecovery;
    this.recordItem = recordItem;
    this.confirmRecovery = confirmRecovery;
    this.onDuty = onDuty;
    this.answers = answers;
  }

  /** How far the evaluation has come, and what is missing. */
  @GET
  @RolesAllowed({
    Roles.SEAT_MED_ENGINEERING,
    Roles.SEAT_INFO_CENTRE,
    Roles.SEAT_CLINICAL,
    Roles.SEAT_ETHICS,
    Roles.SEAT_LEGAL,
    Roles.ADMISSION_SECRETARY,
    Roles.PHYSICIAN,
    Roles.DUTY_MANAGER,
    Roles.MEDICAL_AFFAIRS,
    Roles.QUALITY_OFFICER,
    Roles.AUDITOR
  })
  @Operation(operationId = "readRecovery", summary = "A recovery evaluation and what it lacks")
  @APIResponseSchema(value = RecoveryView.class, responseCode = "200")
  public Response one(@PathParam("id") UUID id) {
    return answers.answer(readRecovery.read(new Recovery.Id(id)));
  }

  /** What was changed, and which digests are to start again. */
  @POST
  @Path("/fix")
  @Idempotent
  @RolesAllowed({Roles.SEAT_MED_ENGINEERING, Roles.SEAT_INFO_CENTRE})
  @Operation(
      operationId = "recordFix",
      summary = "Files the fix and the digests that are to start again")
  @APIResponseSchema(value = RecoveryView.class, responseCode = "200")
  public Response fix(@PathParam("id") UUID id, @NotNull @Valid FixRequest request) {
    return answers.answer(
        recordItem.put(
            new Recovery.Id(id),
            request.item(),
            onDuty.act(Roles.SEAT_MED_ENGINEERING, Roles.SEAT_INFO_CENTRE)));
  }

  /** The full suite, run again against the baseline. */
  @POST
  @Path("/suite")
  @Idempotent
  @RolesAllowed({Roles.SEAT_MED_ENGINEERING, Roles.SEAT_INFO_CENTRE})
  @Operation(operationId = "recordSuiteRerun", summary = "Files the full rerun of the suite")
  @APIResponseSchema(value = RecoveryView.class, responseCode = "200")
  public Response suite(@PathParam("id") UUID id, @NotNull @Valid SuiteRerunRequest request) {
    return answers.answer(
        recordItem.put(
            new Recovery.Id(id),
            request.item(),
            onDuty.act(Roles.SEAT_MED_ENGINEERING, Roles.SEAT_INFO_CENTRE)));
  }

  /** A sample of outputs, looked at by clinicians. */
  @POST
  @Path("/clinical-check")
  @Idempotent
  @RolesAllowed({Roles.SEAT_CLINICAL, Roles.PHYSICIAN})
  @Operation(operationId = "recordClinicalCheck", summary = "Files the clinical sample check")
  @APIResponseSchema(value = RecoveryView.class, responseCode = "200")
  public Response clinicalCheck(
      @PathParam("id") UUID id, @NotNull @Valid ClinicalCheckRequest request) {
    return answers.answer(
        recordItem.put(
            new Recovery.Id(id), request.item(), onDuty.act(Roles.SEAT_CLINICAL, Roles.PHYSICIAN)));
  }

  /** One of the two signatures. */
  @POST
  @Path("/confirmations")
  @Idempotent
  @RolesAllowed({
    Roles.SEAT_MED_ENGINEERING,
    Roles.SEAT_INFO_CENTRE,
    Roles.SEAT_CLINICAL,
    Roles.PHYSICIAN
  })
  @Operation(operationId = "confirmRecovery", summary = "Signs for one of the two sides")
  @APIResponseSchema(value = RecoveryView.class, responseCode = "200")
  public Response confirm(@PathParam("id") UUID id, @NotNull @Valid ConfirmRequest request) {
    return answers.answer(
        confirmRecovery.confirm(
            new Recovery.Id(id),
            request.side(),
            onDuty.act(
                Roles.SEAT_MED_ENGINEERING,
                Roles.SEAT_INFO_CENTRE,
                Roles.SEAT_CLINICAL,
                Roles.PHYSICIAN)));
  }
}
