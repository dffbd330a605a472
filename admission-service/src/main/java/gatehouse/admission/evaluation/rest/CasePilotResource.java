package gatehouse.admission.evaluation.rest;

import gatehouse.admission.evidence.Threshold;
import gatehouse.admission.pilot.Environment;
import gatehouse.admission.pilot.PilotPlan;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The pilot of an admission case. */
@Path("/v1/cases/{id}/pilot")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CasePilotResource {
  private final CaseDesk desk;

  CasePilotResource(CaseDesk desk) {
    this.desk = desk;
  }

  record EndpointPart(
      @NotBlank @Size(max = 100) String metric,
      @NotNull Threshold.Bound bound,
      @NotNull BigDecimal limit) {}

  /** Endpoints, cap and stop rule are fixed here and cannot be changed afterwards. */
  record PlanRequest(
      @NotNull Environment environment,
      @NotBlank String digest,
      @NotEmpty @Size(max = 20) Set<@NotBlank @Size(max = 100) String> places,
      @NotEmpty @Size(max = 20) List<@Valid @NotNull EndpointPart> endpoints,
      @NotNull @Min(1) @Max(10000) Integer cap,
      @NotNull @Min(1) Integer stopAfterHarms,
      @NotNull LocalDate until) {

    PilotPlan toPlan() {
      return new PilotPlan(
          environment,
          digest,
          new TreeSet<>(places),
          endpoints.stream().map(e -> new Threshold(e.metric(), e.bound(), e.limit())).toList(),
          cap,
          stopAfterHarms,
          until);
    }
  }

  record RunRequest(@NotBlank String place, @NotNull Boolean harmful) {}

  record ResultsRequest(@NotEmpty Map<@NotBlank String, @NotNull BigDecimal> measures) {}

  @POST
  @Idempotent
  @RolesAllowed("DEPARTMENT_APPLICANT")
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response start(@PathParam("id") UUID id, @Valid @NotNull PlanRequest request) {
    return desk.step(
        id, now -> now.found().trial().started(request.toPlan(), now.now(), now.today()));
  }

  /** Books one case of the pilot; the one beyond the cap is refused. */
  @POST
  @Path("/runs")
  @Idempotent
  @RolesAllowed("DEPARTMENT_APPLICANT")
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response run(@PathParam("id") UUID id, @Valid @NotNull RunRequest request) {
    return desk.step(
        id, now -> now.found().trial().ran(request.place(), request.harmful(), now.today()));
  }

  @POST
  @Path("/results")
  @Idempotent
  @RolesAllowed("DEPARTMENT_APPLICANT")
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response finish(@PathParam("id") UUID id, @Valid @NotNull ResultsRequest request) {
    return desk.step(id, now -> now.found().trial().finished(request.measures()));
  }
}
