package gatehouse.incident.recovery.rest;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.OnDuty;
import gatehouse.incident.duty.Roles;
import gatehouse.incident.recovery.LiftStop;
import gatehouse.incident.recovery.OpenRecovery;
import gatehouse.incident.recovery.rest.RecoveryRequests.RootCauseRequest;
import gatehouse.incident.stop.Stop;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The first and the last step of the way back. */
@Path("/v1/stops/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Clause("G-55")
public class StopRecoveryResource {
  private final OpenRecovery openRecovery;
  private final LiftStop liftStop;
  private final OnDuty onDuty;
  private final RecoveryAnswers answers;

  StopRecoveryResource(
      OpenRecovery openRecovery, LiftStop liftStop, OnDuty onDuty, RecoveryAnswers answers) {
    this.openRecovery = openRecovery;
    this.liftStop = liftStop;
    this.onDuty = onDuty;
    this.answers = answers;
  }

  /** Engineering has found the root cause. */
  @POST
  @Path("/recovery")
  @Idempotent
  @RolesAllowed({Roles.SEAT_MED_ENGINEERING, Roles.SEAT_INFO_CENTRE})
  @Operation(
      operationId = "openRecovery",
      summary = "Files the root cause and opens the recovery evaluation")
  @APIResponseSchema(value = RecoveryView.class, responseCode = "200")
  public Response open(@PathParam("id") UUID id, @NotNull @Valid RootCauseRequest request) {
    return answers.answer(
        openRecovery.open(
            new Stop.Id(id),
            request.item(),
            onDuty.act(Roles.SEAT_MED_ENGINEERING, Roles.SEAT_INFO_CENTRE)));
  }

  /** Lifts the stop, if nothing at all is missing. */
  @POST
  @Path("/lift")
  @Idempotent
  @RolesAllowed(Roles.MEDICAL_AFFAIRS)
  @Operation(operationId = "liftStop", summary = "Lifts a stop whose recovery is complete")
  @APIResponseSchema(value = RecoveryView.class, responseCode = "200")
  public Response lift(@PathParam("id") UUID id) {
    return answers.answer(liftStop.lift(new Stop.Id(id), onDuty.act(Roles.MEDICAL_AFFAIRS)));
  }
}
