package gatehouse.consent.scope.rest;

import gatehouse.consent.ConsentProblem;
import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.scope.DefineScope;
import gatehouse.consent.scope.ReviseScope;
import gatehouse.consent.scope.ScopeResult;
import gatehouse.consent.scope.Scopes;
import gatehouse.web.Idempotent;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

/** What people are asked. */
@Path("/v1/scopes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ScopesResource {
  private final DefineScope defineScope;
  private final ReviseScope reviseScope;
  private final Scopes scopes;
  private final Problems problems;
  private final Messages messages;

  ScopesResource(
      DefineScope defineScope,
      ReviseScope reviseScope,
      Scopes scopes,
      Problems problems,
      Messages messages) {
    this.defineScope = defineScope;
    this.reviseScope = reviseScope;
    this.scopes = scopes;
    this.problems = problems;
    this.messages = messages;
  }

  @POST
  @Idempotent
  @RolesAllowed({"DEPARTMENT_APPLICANT", "DATA_STEWARD", "MEDICAL_AFFAIRS"})
  @APIResponseSchema(value = ScopeView.class, responseCode = "201")
  public Response define(@NotNull @Valid DefineScopeRequest request) {
    return answer(
        defineScope.define(
            new ApplicationCode(request.application()), request.study(), request.terms().draft()),
        Response.Status.CREATED);
  }

  @POST
  @Path("/{id}/versions")
  @Idempotent
  @RolesAllowed({"DEPARTMENT_APPLICANT", "DATA_STEWARD", "MEDICAL_AFFAIRS"})
  @APIResponseSchema(value = ScopeView.class, responseCode = "201")
  public Response revise(@PathParam("id") UUID id, @NotNull @Valid ReviseScopeRequest request) {
    return answer(
        reviseScope.revise(id, request.terms().draft(), request.endsOld()),
        Response.Status.CREATED);
  }

  @POST
  @Path("/{id}/close")
  @Idempotent
  @RolesAllowed({"DATA_STEWARD", "MEDICAL_AFFAIRS"})
  @APIResponseSchema(value = ScopeView.class, responseCode = "200")
  public Response close(@PathParam("id") UUID id) {
    return answer(reviseScope.close(id), Response.Status.OK);
  }

  @GET
  @Path("/{id}")
  @Authenticated
  @Transactional
  @APIResponseSchema(value = ScopeView.class, responseCode = "200")
  public Response find(@PathParam("id") UUID id) {
    return scopes
        .find(id)
        .map(scope -> Response.ok(ScopeView.of(scope)).build())
        .orElseGet(() -> problems.problem(ConsentProblem.SCOPE_UNKNOWN));
  }

  @GET
  @Authenticated
  @Transactional
  public List<ScopeView> list(
      @QueryParam("application") @NotNull @Pattern(regexp = ApplicationCode.FORM)
          String application) {
    return scopes.of(new ApplicationCode(application)).stream().map(ScopeView::of).toList();
  }

  private Response answer(ScopeResult result, Response.Status done) {
    return switch (result) {
      case ScopeResult.Changed changed ->
          Response.status(done).entity(ScopeView.of(changed.scope())).build();
      case ScopeResult.AlreadyOpen _ -> problems.problem(ConsentProblem.SCOPE_OPEN_ALREADY);
      case ScopeResult.PurposeForbidden _ ->
          problems.problem(
              ConsentProblem.PURPOSE_FORBIDDEN,
              List.of(messages.reason("PURPOSE_FORBIDDEN", "E-24")));
      case ScopeResult.PurposeChanged _ -> problems.problem(ConsentProblem.PURPOSE_CHANGED);
      case ScopeResult.Unchanged _ -> problems.problem(ConsentProblem.SCOPE_UNCHANGED);
      case ScopeResult.Closed _ -> problems.problem(ConsentProblem.SCOPE_CLOSED);
      case ScopeResult.Unknown _ -> problems.problem(ConsentProblem.SCOPE_UNKNOWN);
    };
  }
}
