package gatehouse.consent.procedure.rest;

import gatehouse.consent.ConsentProblem;
import gatehouse.consent.procedure.EscalateOverdue;
import gatehouse.consent.procedure.FollowProcedure;
import gatehouse.consent.procedure.Procedure;
import gatehouse.consent.procedure.ProcedureResult;
import gatehouse.web.Idempotent;
import gatehouse.web.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** How withdrawals are handled: for those who do the steps, and those who watch them. */
@Path("/v1/withdrawal-procedures")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ProceduresResource {
  private final FollowProcedure follow;
  private final EscalateOverdue overdue;
  private final ProcedureViews views;
  private final WhoMay who;
  private final Problems problems;

  ProceduresResource(
      FollowProcedure follow,
      EscalateOverdue overdue,
      ProcedureViews views,
      WhoMay who,
      Problems problems) {
    this.follow = follow;
    this.overdue = overdue;
    this.views = views;
    this.who = who;
    this.problems = problems;
  }

  /** Those that are not finished, oldest first. */
  @GET
  @RolesAllowed({"CONSENT_CLERK", "DATA_STEWARD", "SECURITY_ANALYST", "MEDICAL_AFFAIRS", "AUDITOR"})
  public List<ProcedureView> open(
      @QueryParam("overdue") @DefaultValue("false") boolean onlyOverdue,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    return overdue.open(limit, onlyOverdue).stream().map(views::of).toList();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    "PATIENT",
    "GUARDIAN",
    "CONSENT_CLERK",
    "NURSE",
    "PHYSICIAN",
    "DATA_STEWARD",
    "SECURITY_ANALYST",
    "MEDICAL_AFFAIRS",
    "AUDITOR"
  })
  @Transactional
  @APIResponseSchema(value = ProcedureView.class, responseCode = "200")
  public Response read(@PathParam("id") UUID id) {
    return who.read(id) ? answer(follow.read(id)) : problems.problem(ConsentProblem.NOT_YOUR_OWN);
  }

  @POST
  @Path("/{id}/acknowledgements")
  @Idempotent
  @RolesAllowed({"HIS_SYSTEM", "EMR_SYSTEM", "DATA_STEWARD"})
  @APIResponseSchema(value = ProcedureView.class, responseCode = "200")
  public Response acknowledge(
      @PathParam("id") UUID id, @NotNull @Valid ProcedureRequests.AcknowledgeRequest request) {
    return who.speakFor(request.holder())
        ? answer(follow.acknowledge(id, request.holder()))
        : problems.problem(ConsentProblem.HOLDER_NOT_YOURS);
  }

  @POST
  @Path("/{id}/disposition")
  @Idempotent
  @RolesAllowed("DATA_STEWARD")
  @APIResponseSchema(value = ProcedureView.class, responseCode = "200")
  public Response dispose(
      @PathParam("id") UUID id, @NotNull @Valid ProcedureRequests.DisposeRequest request) {
    return answer(follow.dispose(id, request.outcome(), request.law(), request.proof()));
  }

  /** Takes that the person was told, and what: the digest of the text that was handed out. */
  @POST
  @Path("/{id}/confirmation")
  @Idempotent
  @RolesAllowed({"CONSENT_CLERK", "NURSE", "PHYSICIAN", "MEDICAL_AFFAIRS"})
  @APIResponseSchema(value = ProcedureView.class, responseCode = "200")
  public Response confirm(
      @PathParam("id") UUID id, @NotNull @Valid ProcedureRequests.ConfirmRequest request) {
    if (follow.read(id) instanceof ProcedureResult.Kept(Procedure procedure)
        && !views.isText(procedure, request.textDigest())) {
      return problems.problem(ConsentProblem.PROCEDURE_OTHER_TEXT);
    }
    return answer(follow.confirm(id, request.channel(), request.textDigest()));
  }

  private Response answer(ProcedureResult result) {
    return switch (result) {
      case ProcedureResult.Kept(Procedure procedure) -> Response.ok(views.of(procedure)).build();
      case ProcedureResult.Unknown _ -> problems.problem(ConsentProblem.WITHDRAWAL_UNKNOWN);
      case ProcedureResult.NotNow _ -> problems.problem(ConsentProblem.PROCEDURE_NOT_NOW);
      case ProcedureResult.UnknownHolder _ -> problems.problem(ConsentProblem.HOLDER_UNKNOWN);
      case ProcedureResult.Groundless _ -> problems.problem(ConsentProblem.DISPOSITION_GROUNDLESS);
    };
  }
}
