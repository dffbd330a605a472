package gatehouse.incident.failover.rest;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.Act;
import gatehouse.incident.duty.OnDuty;
import gatehouse.incident.duty.Roles;
import gatehouse.incident.failover.FailoverResult;
import gatehouse.incident.failover.FailoverRun;
import gatehouse.incident.failover.FailoverRuns;
import gatehouse.incident.failover.FailoverState;
import gatehouse.incident.failover.LookAfterEncounters;
import gatehouse.incident.failover.SwitchOver;
import gatehouse.incident.failover.rest.FailoverRequests.EncounterRequest;
import gatehouse.incident.failover.rest.FailoverRequests.HandleRequest;
import gatehouse.incident.failover.rest.FailoverRequests.SwitchRequest;
import gatehouse.web.Idempotent;
import gatehouse.web.Problems;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Fail-over runs: HIS may report, but only people say that a patient is looked after (G-54). */
@Path("/v1/failovers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Clause({"G-52", "G-53", "G-54"})
public class FailoversResource {
  private static final String[] PEOPLE = {
    Roles.DUTY_MANAGER,
    Roles.MEDICAL_AFFAIRS,
    Roles.PHYSICIAN,
    Roles.RESIDENT,
    Roles.NURSE,
    Roles.SEAT_CLINICAL,
    Roles.SEAT_INFO_CENTRE,
    Roles.SEAT_MED_ENGINEERING
  };

  private final FailoverRuns runs;
  private final SwitchOver switchOver;
  private final LookAfterEncounters lookAfter;
  private final OnDuty onDuty;
  private final Problems problems;

  FailoversResource(
      FailoverRuns runs,
      SwitchOver switchOver,
      LookAfterEncounters lookAfter,
      OnDuty onDuty,
      Problems problems) {
    this.runs = runs;
    this.switchOver = switchOver;
    this.lookAfter = lookAfter;
    this.onDuty = onDuty;
    this.problems = problems;
  }

  /** Runs that are not closed. */
  @GET
  @RolesAllowed({
    Roles.DUTY_MANAGER,
    Roles.MEDICAL_AFFAIRS,
    Roles.QUALITY_OFFICER,
    Roles.PHYSICIAN,
    Roles.RESIDENT,
    Roles.NURSE,
    Roles.SEAT_CLINICAL,
    Roles.SEAT_INFO_CENTRE,
    Roles.SEAT_MED_ENGINEERING,
    Roles.HIS_SYSTEM,
    Roles.AUDITOR
  })
  @Operation(operationId = "listOpenFailovers", summary = "Fail-over runs that are not closed")
  public List<FailoverView> open() {
    return runs.open().stream().map(FailoverView::of).toList();
  }

  /** One run. */
  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.DUTY_MANAGER,
    Roles.MEDICAL_AFFAIRS,
    Roles.QUALITY_OFFICER,
    Roles.PHYSICIAN,
    Roles.RESIDENT,
    Roles.NURSE,
    Roles.SEAT_CLINICAL,
    Roles.SEAT_INFO_CENTRE,
    Roles.SEAT_MED_ENGINEERING,
    Roles.HIS_SYSTEM,
    Roles.AUDITOR
  })
  @Operation(operationId = "readFailover", summary = "One fail-over run")
  @APIResponseSchema(value = FailoverView.class, responseCode = "200")
  public Response one(@PathParam("id") UUID id) {
    return runs.find(new FailoverRun.Id(id))
        .map(run -> Response.ok(FailoverView.of(run)).build())
        .orElseGet(() -> problems.problem(FailoverProblem.FAILOVER_UNKNOWN));
  }

  /** The backup, or people, have taken over. */
  @POST
  @Path("/{id}/switch")
  @Idempotent
  @RolesAllowed({
    Roles.DUTY_MANAGER,
    Roles.MEDICAL_AFFAIRS,
    Roles.PHYSICIAN,
    Roles.RESIDENT,
    Roles.NURSE,
    Roles.SEAT_CLINICAL,
    Roles.SEAT_INFO_CENTRE,
    Roles.SEAT_MED_ENGINEERING,
    Roles.HIS_SYSTEM
  })
  @Operation(operationId = "switchOver", summary = "The backup, or people, have taken over")
  @APIResponseSchema(value = FailoverView.class, responseCode = "200")
  public Response switchOver(@PathParam("id") UUID id, @NotNull @Valid SwitchRequest request) {
    FailoverRun.Id run = new FailoverRun.Id(id);
    return answer(
        switch (request.mode()) {
          case BACKUP -> switchOver.toBackup(run, actOfAnybody());
          case MANUAL -> switchOver.toManual(run, actOfAnybody());
        });
  }

  /** Puts an encounter in flight on the list. */
  @POST
  @Path("/{id}/encounters")
  @Idempotent
  @RolesAllowed({
    Roles.DUTY_MANAGER,
    Roles.MEDICAL_AFFAIRS,
    Roles.PHYSICIAN,
    Roles.RESIDENT,
    Roles.NURSE,
    Roles.SEAT_CLINICAL,
    Roles.SEAT_INFO_CENTRE,
    Roles.SEAT_MED_ENGINEERING,
    Roles.HIS_SYSTEM
  })
  @Operation(operationId = "registerEncounter", summary = "Puts an encounter in flight on the list")
  @APIResponseSchema(value = FailoverView.class, responseCode = "200")
  public Response register(@PathParam("id") UUID id, @NotNull @Valid EncounterRequest request) {
    return answer(lookAfter.register(new FailoverRun.Id(id), request.encounter(), actOfAnybody()));
  }

  /** A clinician has looked after the patient. */
  @POST
  @Path("/{id}/encounters/{encounter}/handled")
  @Idempotent
  @RolesAllowed({
    Roles.PHYSICIAN,
    Roles.RESIDENT,
    Roles.NURSE,
    Roles.SEAT_CLINICAL,
    Roles.DUTY_MANAGER
  })
  @Operation(operationId = "handleEncounter", summary = "A person has looked after the patient")
  @APIResponseSchema(value = FailoverView.class, responseCode = "200")
  public Response handled(
      @PathParam("id") UUID id,
      @PathParam("encounter") UUID encounter,
      @NotNull @Valid HandleRequest request) {
    return answer(
        lookAfter.handle(new FailoverRun.Id(id), encounter, request.outcome(), onDuty.act(PEOPLE)));
  }

  /** The list is complete and every patient on it is looked after. */
  @POST
  @Path("/{id}/encounters-handled")
  @Idempotent
  @RolesAllowed({Roles.DUTY_MANAGER, Roles.MEDICAL_AFFAIRS, Roles.PHYSICIAN, Roles.SEAT_CLINICAL})
  @Operation(
      operationId = "completeEncounters",
      summary = "The list is complete and everybody is looked after")
  @APIResponseSchema(value = FailoverView.class, responseCode = "200")
  public Response allHandled(@PathParam("id") UUID id) {
    return answer(lookAfter.allHandled(new FailoverRun.Id(id), onDuty.act(PEOPLE)));
  }

  /** Ends the run. */
  @POST
  @Path("/{id}/close")
  @Idempotent
  @RolesAllowed({Roles.DUTY_MANAGER, Roles.MEDICAL_AFFAIRS})
  @Operation(operationId = "closeFailover", summary = "Ends the run")
  @APIResponseSchema(value = FailoverView.class, responseCode = "200")
  public Response close(@PathParam("id") UUID id) {
    return answer(lookAfter.close(new FailoverRun.Id(id), onDuty.act(PEOPLE)));
  }

  private Act actOfAnybody() {
    return onDuty.act(Roles.reporting());
  }

  private Response answer(FailoverResult result) {
    return switch (result) {
      case FailoverResult.Done(FailoverRun run) -> Response.ok(FailoverView.of(run)).build();
      case FailoverResult.UnknownRun() -> problems.problem(FailoverProblem.FAILOVER_UNKNOWN);
      case FailoverResult.UnknownEncounter() -> problems.problem(FailoverProblem.ENCOUNTER_UNKNOWN);
      case FailoverResult.WrongState(FailoverState.FailoverStateName state) ->
          problems.problem(FailoverProblem.FAILOVER_WRONG_STATE, "the run is in state " + state);
      case FailoverResult.BackupNotUsable() -> problems.problem(FailoverProblem.BACKUP_NOT_USABLE);
      case FailoverResult.EncountersOpen(long open) ->
          problems.problem(FailoverProblem.ENCOUNTERS_OPEN, open + " encounters are open");
    };
  }
}
