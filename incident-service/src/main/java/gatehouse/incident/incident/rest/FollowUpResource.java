package gatehouse.incident.incident.rest;

import gatehouse.incident.duty.Act;
import gatehouse.incident.duty.OnDuty;
import gatehouse.incident.duty.Roles;
import gatehouse.incident.incident.FollowUpIncident;
import gatehouse.incident.incident.GradeIncident;
import gatehouse.incident.incident.Incident;
import gatehouse.incident.incident.IncidentResult;
import gatehouse.incident.incident.IncidentState;
import gatehouse.incident.incident.TriageIncident;
import gatehouse.incident.incident.rest.TriageRequests.GradeRequest;
import gatehouse.incident.incident.rest.TriageRequests.MergeRequest;
import gatehouse.incident.incident.rest.TriageRequests.StepRequest;
import gatehouse.incident.incident.rest.TriageRequests.TriageRequest;
import gatehouse.web.Idempotent;
import gatehouse.web.Problems;
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

/** Triage, levels and what follows. */
@Path("/v1/incidents/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
  Roles.QUALITY_OFFICER,
  Roles.MEDICAL_AFFAIRS,
  Roles.DUTY_MANAGER,
  Roles.SEAT_CLINICAL,
  Roles.SEAT_MED_ENGINEERING,
  Roles.SEAT_INFO_CENTRE,
  Roles.SEAT_ETHICS
})
public class FollowUpResource {
  private final TriageIncident triageIncident;
  private final GradeIncident gradeIncident;
  private final FollowUpIncident followUpIncident;
  private final OnDuty onDuty;
  private final Problems problems;

  FollowUpResource(
      TriageIncident triageIncident,
      GradeIncident gradeIncident,
      FollowUpIncident followUpIncident,
      OnDuty onDuty,
      Problems problems) {
    this.triageIncident = triageIncident;
    this.gradeIncident = gradeIncident;
    this.followUpIncident = followUpIncident;
    this.onDuty = onDuty;
    this.problems = problems;
  }

  /** Looks at a report. */
  @POST
  @Path("/triage")
  @Idempotent
  @Operation(operationId = "triageIncident", summary = "Looks at a report")
  @APIResponseSchema(value = IncidentView.class, responseCode = "200")
  public Response triage(@PathParam("id") UUID id, @NotNull @Valid TriageRequest request) {
    return answer(triageIncident.triage(new Incident.Id(id), request.category(), act()));
  }

  /** Raises the level, or is one of the two who lower it. */
  @POST
  @Path("/level")
  @Idempotent
  @Operation(
      operationId = "gradeIncident",
      summary = "Raises the level, or is one of two who lower it")
  @APIResponseSchema(value = IncidentView.class, responseCode = "200")
  public Response grade(@PathParam("id") UUID id, @NotNull @Valid GradeRequest request) {
    return answer(gradeIncident.grade(new Incident.Id(id), request.level(), act()));
  }

  /** Says that the same event was reported before. */
  @POST
  @Path("/merge")
  @Idempotent
  @Operation(operationId = "mergeIncident", summary = "Merges a report of the same event")
  @APIResponseSchema(value = IncidentView.class, responseCode = "200")
  public Response merge(@PathParam("id") UUID id, @NotNull @Valid MergeRequest request) {
    return answer(
        triageIncident.merge(new Incident.Id(id), new Incident.Id(request.into()), act()));
  }

  /** Investigates, corrects, verifies, closes, reopens. */
  @POST
  @Path("/steps")
  @Idempotent
  @Operation(
      operationId = "followUpIncident",
      summary = "Investigates, corrects, verifies, closes, reopens")
  @APIResponseSchema(value = IncidentView.class, responseCode = "200")
  public Response step(@PathParam("id") UUID id, @NotNull @Valid StepRequest request) {
    return answer(
        followUpIncident.follow(new Incident.Id(id), request.step(), request.text(), act()));
  }

  private Act act() {
    return onDuty.act(
        Roles.QUALITY_OFFICER,
        Roles.MEDICAL_AFFAIRS,
        Roles.DUTY_MANAGER,
        Roles.SEAT_CLINICAL,
        Roles.SEAT_MED_ENGINEERING,
        Roles.SEAT_INFO_CENTRE,
        Roles.SEAT_ETHICS);
  }

  private Response answer(IncidentResult result) {
    return switch (result) {
      case IncidentResult.Done(Incident incident) -> Response.ok(IncidentView.of(incident)).build();
      case IncidentResult.Unknown() -> problems.problem(IncidentProblem.INCIDENT_UNKNOWN);
      case IncidentResult.WrongState(IncidentState.IncidentStateName state) ->
          problems.problem(
              IncidentProblem.INCIDENT_WRONG_STATE, "the incident is in state " + state);
      case IncidentResult.SecondPersonNeeded() ->
          problems.problem(IncidentProblem.SECOND_PERSON_NEEDED);
      case IncidentResult.NoSuchOriginal() -> problems.problem(IncidentProblem.NO_SUCH_ORIGINAL);
    };
  }
}
