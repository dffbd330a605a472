package gatehouse.admission.filing.rest;

import gatehouse.admission.Answers;
import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.evidence.Threshold;
import gatehouse.admission.filing.Check;
import gatehouse.admission.filing.Filing;
import gatehouse.admission.filing.FilingId;
import gatehouse.admission.filing.FilingState;
import gatehouse.admission.filing.Filings;
import gatehouse.admission.filing.LeadFiling;
import gatehouse.admission.person.Person;
import gatehouse.admission.person.SignedIn;
import gatehouse.admission.pilot.Environment;
import gatehouse.admission.pilot.Pilot;
import gatehouse.admission.pilot.PilotPlan;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
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
import jakarta.ws.rs.GET;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The filing of a LOW application: light pilot and three checks. */
@Path("/v1/filings/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FilingsResource {
  private final LeadFiling lead;
  private final Filings filings;
  private final SignedIn signedIn;
  private final Answers answers;

  FilingsResource(LeadFiling lead, Filings filings, SignedIn signedIn, Answers answers) {
    this.lead = lead;
    this.filings = filings;
    this.signedIn = signedIn;
    this.answers = answers;
  }

  record FilingEndpointPart(
      @NotBlank @Size(max = 100) String metric,
      @NotNull Threshold.Bound bound,
      @NotNull BigDecimal limit) {}

  /** Endpoints, cap and stop rule are fixed here and cannot be changed afterwards. */
  record FilingPlanRequest(
      @NotNull Environment environment,
      @NotBlank String digest,
      @NotEmpty @Size(max = 20) Set<@NotBlank @Size(max = 100) String> places,
      @NotEmpty @Size(max = 20) List<@Valid @NotNull FilingEndpointPart> endpoints,
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

  record FilingRunRequest(@NotBlank String place, @NotNull Boolean harmful) {}

  record FilingResultsRequest(@NotEmpty Map<@NotBlank String, @NotNull BigDecimal> measures) {}

  /** FAIL ends the filing, DOUBT moves the application to the strict track. */
  record CheckRequest(
      @NotNull Check.Kind check,
      @NotNull Check.Verdict verdict,
      @Nullable @Size(max = 4000) String reason) {}

  record FilingView(
      UUID id,
      String application,
      String state,
      @Nullable String number,
      Map<Check.Kind, Check.Verdict> checks,
      Pilot.@Nullable PilotPhase pilot,
      long revision) {}

  @GET
  @RolesAllowed({
    "ADMISSION_SECRETARY",
    "DEPARTMENT_APPLICANT",
    "SEAT_INFO_CENTRE",
    "SEAT_MED_ENGINEERING",
    "ETHICS_SECRETARY",
    "ETHICS_MEMBER",
    "AUDITOR"
  })
  @APIResponseSchema(value = FilingView.class, responseCode = "200")
  public Response read(@PathParam("id") UUID id) {
    Outcome<Filing> found =
        filings
            .find(new FilingId(id))
            .map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.FILING_UNKNOWN));
    return answers.ok(found, FilingsResource::view);
  }

  @POST
  @Path("/pilot")
  @Idempotent
  @RolesAllowed("DEPARTMENT_APPLICANT")
  @APIResponseSchema(value = FilingView.class, responseCode = "200")
  public Response start(@PathParam("id") UUID id, @Valid @NotNull FilingPlanRequest request) {
    return step(id, (found, day) -> found.pilotStarted(request.toPlan(), day.now(), day.today()));
  }

  @POST
  @Path("/pilot/runs")
  @Idempotent
  @RolesAllowed("DEPARTMENT_APPLICANT")
  @APIResponseSchema(value = FilingView.class, responseCode = "200")
  public Response run(@PathParam("id") UUID id, @Valid @NotNull FilingRunRequest request) {
    return step(
        id, (found, day) -> found.pilotRan(request.place(), request.harmful(), day.today()));
  }

  @POST
  @Path("/pilot/results")
  @Idempotent
  @RolesAllowed("DEPARTMENT_APPLICANT")
  @APIResponseSchema(value = FilingView.class, responseCode = "200")
  public Response finish(@PathParam("id") UUID id, @Valid @NotNull FilingResultsRequest request) {
    return step(id, (found, _) -> found.pilotFinished(request.measures()));
  }

  @POST
  @Path("/checks")
  @Idempotent
  @RolesAllowed({"SEAT_INFO_CENTRE", "SEAT_MED_ENGINEERING", "ETHICS_SECRETARY", "ETHICS_MEMBER"})
  @APIResponseSchema(value = FilingView.class, responseCode = "200")
  public Response sign(@PathParam("id") UUID id, @Valid @NotNull CheckRequest request) {
    Person signer = signedIn.person();
    return step(
        id,
        (found, day) ->
            found.signed(
                new Check(
                    request.check(),
                    request.verdict(),
                    request.reason(),
                    signer.subject(),
                    day.now()),
                signer,
                filings::nextNumber));
  }

  private Response step(UUID id, BiFunction<Filing, HospitalDay, Outcome<Filing.Change>> step) {
    return answers.ok(lead.step(new FilingId(id), step), FilingsResource::view);
  }

  private static FilingView view(Filing filing) {
    Map<Check.Kind, Check.Verdict> checks = new TreeMap<>();
    filing.checks().forEach((kind, check) -> checks.put(kind, check.verdict()));
    return new FilingView(
        filing.id().value(),
        filing.code(),
        filing.state().getClass().getSimpleName(),
        filing.state() instanceof FilingState.Filed filed ? filed.number() : null,
        checks,
        filing.pilot() == null ? null : filing.pilot().phase(),
        filing.revision());
  }
}
