package gatehouse.incident.incident.rest;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.Act;
import gatehouse.incident.duty.OnDuty;
import gatehouse.incident.duty.Roles;
import gatehouse.incident.incident.Incident;
import gatehouse.incident.incident.IncidentState;
import gatehouse.incident.incident.Incidents;
import gatehouse.incident.incident.Level;
import gatehouse.incident.incident.ReportIncident;
import gatehouse.incident.incident.ReportedFacts;
import gatehouse.pseudonym.Pseudonyms;
import gatehouse.web.Idempotent;
import gatehouse.web.PersonNumber;
import gatehouse.web.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Reports: taken from anyone on duty, read by those who look into them. */
@Path("/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class IncidentsResource {
  private final ReportIncident reportIncident;
  private final Incidents incidents;
  private final OnDuty onDuty;
  private final Pseudonyms pseudonyms;
  private final Problems problems;

  IncidentsResource(
      ReportIncident reportIncident,
      Incidents incidents,
      OnDuty onDuty,
      Pseudonyms pseudonyms,
      Problems problems) {
    this.reportIncident = reportIncident;
    this.incidents = incidents;
    this.onDuty = onDuty;
    this.pseudonyms = pseudonyms;
    this.problems = problems;
  }

  /** Takes a report, with or without harm. */
  @POST
  @Idempotent
  @RolesAllowed({
    Roles.PHYSICIAN,
    Roles.RESIDENT,
    Roles.NURSE,
    Roles.SEAT_CLINICAL,
    Roles.SEAT_MED_ENGINEERING,
    Roles.SEAT_INFO_CENTRE,
    Roles.SEAT_LEGAL,
    Roles.SEAT_ETHICS,
    Roles.ETHICS_SECRETARY,
    Roles.ETHICS_MEMBER,
    Roles.ETHICS_CHAIR,
    Roles.DEPARTMENT_APPLICANT,
    Roles.ADMISSION_SECRETARY,
    Roles.CONSENT_CLERK,
    Roles.RESEARCHER,
    Roles.DATA_STEWARD,
    Roles.SECURITY_ANALYST,
    Roles.DUTY_MANAGER,
    Roles.MEDICAL_AFFAIRS,
    Roles.QUALITY_OFFICER,
    Roles.LEGAL,
    Roles.HIS_SYSTEM,
    Roles.EMR_SYSTEM,
    Roles.GATEWAY_SYSTEM
  })
  @Clause({"G-46", "G-47", "G-48"})
  @Operation(operationId = "reportIncident", summary = "Takes a report; harm is no condition")
  @APIResponseSchema(value = IncidentView.class, responseCode = "201")
  public Response report(@NotNull @Valid ReportIncidentRequest request) {
    Act act = onDuty.act(Roles.reporting());
    Incident incident =
        reportIncident.report(facts(request, act), request.isAnonymous() ? act.unnamed() : act);
    return Response.created(URI.create("/v1/incidents/" + incident.id().value()))
        .entity(IncidentView.of(incident))
        .build();
  }

  /** One page, the newest first; the next page begins with {@code before=next}. */
  record IncidentPage(List<IncidentView> incidents, @Nullable UUID next) {}

  /** The register, newest first. */
  @GET
  @RolesAllowed({
    Roles.QUALITY_OFFICER,
    Roles.MEDICAL_AFFAIRS,
    Roles.DUTY_MANAGER,
    Roles.SEAT_CLINICAL,
    Roles.SEAT_MED_ENGINEERING,
    Roles.SEAT_INFO_CENTRE,
    Roles.SEAT_ETHICS,
    Roles.LEGAL,
    Roles.AUDITOR
  })
  @Operation(operationId = "listIncidents", summary = "The register, newest first")
  public IncidentPage latest(
      @QueryParam("state") List<IncidentState.IncidentStateName> states,
      @QueryParam("before") @Nullable UUID before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
    List<Incident> found =
        incidents.latest(states, before == null ? null : new Incident.Id(before), limit);
    return new IncidentPage(
        found.stream().map(IncidentView::of).toList(),
        found.size() < limit ? null : found.getLast().id().value());
  }

  /** One incident. */
  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.QUALITY_OFFICER,
    Roles.MEDICAL_AFFAIRS,
    Roles.DUTY_MANAGER,
    Roles.SEAT_CLINICAL,
    Roles.SEAT_MED_ENGINEERING,
    Roles.SEAT_INFO_CENTRE,
    Roles.SEAT_ETHICS,
    Roles.LEGAL,
    Roles.AUDITOR
  })
  @Operation(operationId = "readIncident", summary = "One incident")
  @APIResponseSchema(value = IncidentView.class, responseCode = "200")
  public Response one(@PathParam("id") UUID id) {
    return incidents
        .find(new Incident.Id(id))
        .map(incident -> Response.ok(IncidentView.of(incident)).build())
        .orElseGet(() -> problems.problem(IncidentProblem.INCIDENT_UNKNOWN));
  }

  private ReportedFacts facts(ReportIncidentRequest request, Act act) {
    return new ReportedFacts(
        request.application(),
        request.productDigest(),
        patient(request),
        request.category(),
        request.level() == null ? Level.IV : request.level(),
        request.harm(),
        request.narrative(),
        request.occurredAt(),
        request.discoveredAt() == null ? act.at() : request.discoveredAt(),
        request.isAnonymous() ? null : act.by().subject(),
        detection(act));
  }

  private ReportedFacts.@Nullable PatientContext patient(ReportIncidentRequest request) {
    PersonNumber patient = request.patient();
    if (patient == null && request.encounter() == null) {
      return null;
    }
    String subjectRef =
        patient == null ? null : pseudonyms.of(patient.issuer(), patient.id()).value();
    return new ReportedFacts.PatientContext(subjectRef, request.encounter());
  }

  private static ReportedFacts.Detection detection(Act act) {
    if (act.by().roles().contains(Roles.GATEWAY_SYSTEM)) {
      return ReportedFacts.Detection.GATEWAY;
    }
    return act.by().holdsAnyOf(Roles.HOSPITAL_SYSTEMS)
        ? ReportedFacts.Detection.HIS
        : ReportedFacts.Detection.HUMAN;
  }
}
