package gatehouse.incident.drill.rest;

import gatehouse.incident.drill.DrillDuty;
import gatehouse.incident.drill.DrillResult;
import gatehouse.incident.drill.Drills;
import gatehouse.incident.drill.RunDrill;
import gatehouse.incident.duty.OnDuty;
import gatehouse.incident.duty.Roles;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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

/** The monthly drill of the emergency stop. */
@Path("/v1/stop-drills")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DrillsResource {
  private final RunDrill runDrill;
  private final DrillDuty duty;
  private final Drills drills;
  private final OnDuty onDuty;
  private final DrillAnswers answers;

  DrillsResource(
      RunDrill runDrill, DrillDuty duty, Drills drills, OnDuty onDuty, DrillAnswers answers) {
    this.runDrill = runDrill;
    this.duty = duty;
    this.drills = drills;
    this.onDuty = onDuty;
    this.answers = answers;
  }

  @POST
  @Idempotent
  @RolesAllowed({Roles.DUTY_MANAGER, Roles.MEDICAL_AFFAIRS, Roles.SEAT_INFO_CENTRE})
  @Operation(operationId = "startDrill", summary = "Has every gateway apply a stop of nothing")
  @APIResponseSchema(value = DrillView.class, responseCode = "201")
  public Response start() {
    return answers.answer(
        runDrill.start(
            onDuty.act(Roles.DUTY_MANAGER, Roles.MEDICAL_AFFAIRS, Roles.SEAT_INFO_CENTRE)),
        Response.Status.CREATED);
  }

  /** Ends it; it passes when every gateway had it in time. */
  @POST
  @Path("/{id}/end")
  @Idempotent
  @RolesAllowed({Roles.DUTY_MANAGER, Roles.MEDICAL_AFFAIRS, Roles.SEAT_INFO_CENTRE})
  @Operation(operationId = "endDrill", summary = "Ends a drill; no recovery is needed")
  @APIResponseSchema(value = DrillView.class, responseCode = "200")
  public Response end(@PathParam("id") UUID id) {
    return answers.answer(
        runDrill.end(
            id, onDuty.act(Roles.DUTY_MANAGER, Roles.MEDICAL_AFFAIRS, Roles.SEAT_INFO_CENTRE)),
        Response.Status.OK);
  }

  /** Whether the month's drill is done, and the drills. */
  @GET
  @RolesAllowed({
    Roles.DUTY_MANAGER,
    Roles.MEDICAL_AFFAIRS,
    Roles.QUALITY_OFFICER,
    Roles.SEAT_INFO_CENTRE,
    Roles.AUDITOR
  })
  @Operation(operationId = "readDrillDuty", summary = "Whether the monthly drill is overdue")
  public DrillView.Duties duty() {
    DrillDuty.Standing standing = duty.standing();
    return new DrillView.Duties(
        standing.overdue(),
        standing.dueAt().orElse(null),
        standing.drills().stream().map(answers::view).toList());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.DUTY_MANAGER,
    Roles.MEDICAL_AFFAIRS,
    Roles.QUALITY_OFFICER,
    Roles.SEAT_INFO_CENTRE,
    Roles.AUDITOR
  })
  @Operation(operationId = "readDrill", summary = "One drill")
  @Transactional
  @APIResponseSchema(value = DrillView.class, responseCode = "200")
  public Response one(@PathParam("id") UUID id) {
    return answers.answer(
        drills.find(id).<DrillResult>map(DrillResult.Done::new).orElseGet(DrillResult.Unknown::new),
        Response.Status.OK);
  }
}
