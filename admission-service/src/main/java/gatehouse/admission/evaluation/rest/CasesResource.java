package gatehouse.admission.evaluation.rest;

import gatehouse.admission.certificate.Certificate;
import gatehouse.admission.certificate.CertificateNumber;
import gatehouse.admission.certificate.DeviceClass;
import gatehouse.admission.evaluation.CaseId;
import gatehouse.admission.evaluation.Cases;
import gatehouse.admission.evaluation.LeadCase;
import gatehouse.admission.evidence.Dimension;
import gatehouse.admission.evidence.EvidenceKind;
import gatehouse.admission.evidence.Score;
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
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Admission cases: collecting what a panel looks at. */
@Path("/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CasesResource {
  private final CaseDesk desk;
  private final LeadCase lead;
  private final Cases cases;

  CasesResource(CaseDesk desk, LeadCase lead, Cases cases) {
    this.desk = desk;
    this.lead = lead;
    this.cases = cases;
  }

  /** The certificate as medical engineering read it; coversUse is its judgement. */
  record CaseCertificateRequest(
      @NotBlank String number,
      @NotNull DeviceClass deviceClass,
      @NotBlank @Size(max = 200) String holder,
      @NotBlank @Size(max = 200) String model,
      @NotBlank @Size(max = 4000) String intendedUse,
      @NotNull LocalDate issued,
      @NotNull LocalDate expires,
      @NotNull Boolean coversUse) {}

  record ScoreRequest(
      @NotNull Dimension dimension,
      @NotNull @Min(1) @Max(5) Integer points,
      @NotEmpty Set<@NotNull EvidenceKind> evidence,
      @NotBlank @Size(max = 4000) String rationale) {}

  @GET
  @RolesAllowed({
    "ADMISSION_SECRETARY",
    "DEPARTMENT_APPLICANT",
    "SEAT_CLINICAL",
    "SEAT_MED_ENGINEERING",
    "SEAT_INFO_CENTRE",
    "SEAT_LEGAL",
    "SEAT_ETHICS",
    "ETHICS_SECRETARY",
    "ETHICS_MEMBER",
    "ETHICS_CHAIR",
    "AUDITOR"
  })
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response read(@PathParam("id") UUID id) {
    return desk.answer(
        cases
            .find(new CaseId(id))
            .map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.CASE_UNKNOWN)));
  }

  @POST
  @Path("/certificate")
  @Idempotent
  @RolesAllowed("SEAT_MED_ENGINEERING")
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response check(@PathParam("id") UUID id, @Valid @NotNull CaseCertificateRequest request) {
    if (!CertificateNumber.wellFormed(request.number())) {
      return desk.answer(Outcome.refused(Refusal.CERT_NUMBER_MALFORMED));
    }
    if (request.expires().isBefore(request.issued())) {
      return desk.answer(Outcome.refused(Refusal.CERT_EXPIRED));
    }
    return desk.step(
        id,
        now ->
            now.found()
                .certificateChecked(
                    new Certificate(
                        new CertificateNumber(request.number()),
                        request.deviceClass(),
                        request.holder(),
                        request.model(),
                        request.intendedUse(),
                        request.issued(),
                        request.expires(),
                        request.coversUse(),
                        now.by().subject(),
                        now.now()),
                    now.today()));
  }

  @POST
  @Path("/scores")
  @Idempotent
  @RolesAllowed("ADMISSION_SECRETARY")
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response score(@PathParam("id") UUID id, @Valid @NotNull ScoreRequest request) {
    Score score =
        new Score(request.points(), new TreeSet<>(request.evidence()), request.rationale());
    return desk.step(id, now -> now.found().dimensionScored(request.dimension(), score));
  }

  @POST
  @Path("/completion")
  @Idempotent
  @RolesAllowed("ADMISSION_SECRETARY")
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response complete(@PathParam("id") UUID id) {
    return desk.answer(lead.complete(new CaseId(id)));
  }

  @POST
  @Path("/withdrawal")
  @Idempotent
  @RolesAllowed({"VENDOR", "DEPARTMENT_APPLICANT"})
  @APIResponseSchema(value = CaseView.class, responseCode = "200")
  public Response withdraw(@PathParam("id") UUID id) {
    return desk.step(id, now -> now.found().withdrawnBy(now.by()));
  }
}
