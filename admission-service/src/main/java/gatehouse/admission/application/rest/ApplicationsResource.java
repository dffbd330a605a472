package gatehouse.admission.application.rest;

import gatehouse.admission.application.Applications;
import gatehouse.admission.application.LeadApplication;
import gatehouse.admission.certificate.Certificate;
import gatehouse.admission.certificate.CertificateNumber;
import gatehouse.admission.certificate.DeviceClass;
import gatehouse.admission.person.SignedIn;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.web.CurrentPerson;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** An application's life after the decision. */
@Path("/v1/applications/{code}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ApplicationsResource {
  private final LeadApplication lead;
  private final Applications applications;
  private final SignedIn signedIn;
  private final CurrentPerson current;
  private final Views views;

  ApplicationsResource(
      LeadApplication lead,
      Applications applications,
      SignedIn signedIn,
      CurrentPerson current,
      Views views) {
    this.lead = lead;
    this.applications = applications;
    this.signedIn = signedIn;
    this.current = current;
    this.views = views;
  }

  /** Staff id of the accountable person; null takes the owner away and so suspends the use. */
  record OwnerRequest(@Nullable @Size(max = 100) String owner) {}

  record CertificateRequest(
      @NotBlank String number,
      @NotNull DeviceClass deviceClass,
      @NotBlank @Size(max = 200) String holder,
      @NotBlank @Size(max = 200) String model,
      @NotBlank @Size(max = 4000) String intendedUse,
      @NotNull LocalDate issued,
      @NotNull LocalDate expires,
      @NotNull Boolean coversUse) {}

  @GET
  @RolesAllowed({
    "ADMISSION_SECRETARY",
    "DEPARTMENT_APPLICANT",
    "SEAT_CLINICAL",
    "SEAT_MED_ENGINEERING",
    "SEAT_INFO_CENTRE",
    "SEAT_LEGAL",
    "SEAT_ETHICS",
    "AUDITOR"
  })
  @APIResponseSchema(value = Views.ApplicationView.class, responseCode = "200")
  public Response read(@PathParam("code") String code) {
    return views.answer(
        applications
            .find(code)
            .map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.APPLICATION_UNKNOWN)));
  }

  /** Switches on, when nothing of what activation asks for is missing. */
  @POST
  @Path("/activation")
  @Idempotent
  @RolesAllowed("ADMISSION_SECRETARY")
  @APIResponseSchema(value = Views.ApplicationView.class, responseCode = "200")
  public Response activate(@PathParam("code") String code) {
    return views.answer(lead.activate(code));
  }

  @POST
  @Path("/suspension")
  @Idempotent
  @RolesAllowed({"ADMISSION_SECRETARY", "SEAT_MED_ENGINEERING"})
  @APIResponseSchema(value = Views.ApplicationView.class, responseCode = "200")
  public Response suspend(@PathParam("code") String code) {
    return views.answer(lead.suspend(code));
  }

  /** One of the two confirmations that end a suspension: the owner's or engineering's. */
  @POST
  @Path("/confirmations")
  @Idempotent
  @RolesAllowed({"DEPARTMENT_APPLICANT", "SEAT_MED_ENGINEERING"})
  @APIResponseSchema(value = Views.ApplicationView.class, responseCode = "200")
  public Response confirm(@PathParam("code") String code) {
    return views.answer(lead.confirm(code, signedIn.person(), current.staffId()));
  }

  @POST
  @Path("/owner")
  @Idempotent
  @RolesAllowed("ADMISSION_SECRETARY")
  @APIResponseSchema(value = Views.ApplicationView.class, responseCode = "200")
  public Response own(@PathParam("code") String code, @Valid @NotNull OwnerRequest request) {
    return views.answer(lead.nameOwner(code, request.owner()));
  }

  @POST
  @Path("/certificate")
  @Idempotent
  @RolesAllowed("SEAT_MED_ENGINEERING")
  @APIResponseSchema(value = Views.ApplicationView.class, responseCode = "200")
  public Response renew(
      @PathParam("code") String code, @Valid @NotNull CertificateRequest request) {
    if (!CertificateNumber.wellFormed(request.number())) {
      return views.answer(Outcome.refused(Refusal.CERT_NUMBER_MALFORMED));
    }
    if (request.expires().isBefore(request.issued())) {
      return views.answer(Outcome.refused(Refusal.CERT_EXPIRED));
    }
    Certificate certificate =
        new Certificate(
            new CertificateNumber(request.number()),
            request.deviceClass(),
            request.holder(),
            request.model(),
            request.intendedUse(),
            request.issued(),
            request.expires(),
            request.coversUse(),
            signedIn.person().subject(),
            views.now());
    return views.answer(lead.renew(code, certificate));
  }

  @POST
  @Path("/retirement")
  @Idempotent
  @RolesAllowed("ADMISSION_SECRETARY")
  @APIResponseSchema(value = Views.ApplicationView.class, responseCode = "200")
  public Response retire(@PathParam("code") String code) {
    return views.answer(lead.retire(code));
  }
}
