package gatehouse.consent.consent.rest;

import gatehouse.consent.consent.Consent;
import gatehouse.consent.consent.Consents;
import gatehouse.consent.consent.PresentConsent;
import gatehouse.consent.subject.NamedSubject;
import gatehouse.web.Idempotent;
import gatehouse.web.PersonNumber;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Signed consents. */
@Path("/v1/consents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConsentsResource {
  private final PresentConsent presentConsent;
  private final Consents consents;
  private final OwnConsents own;
  private final ConsentAnswers answers;
  private final Clock clock;

  ConsentsResource(
      PresentConsent presentConsent,
      Consents consents,
      OwnConsents own,
      ConsentAnswers answers,
      Clock clock) {
    this.presentConsent = presentConsent;
    this.consents = consents;
    this.own = own;
    this.answers = answers;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @RolesAllowed({"PATIENT", "PHYSICIAN", "RESIDENT", "NURSE", "CONSENT_CLERK", "HIS_SYSTEM"})
  @APIResponseSchema(value = ConsentView.class, responseCode = "201")
  public Response present(@NotNull @Valid PresentConsentRequest request) {
    return own.forSubject(
        named(request.subjectRef(), request.patient()),
        subject ->
            answers.answer(presentConsent.present(subject, request.scopeId(), request.channel())));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    "PATIENT",
    "GUARDIAN",
    "PHYSICIAN",
    "RESIDENT",
    "NURSE",
    "CONSENT_CLERK",
    "MEDICAL_AFFAIRS",
    "LEGAL",
    "AUDITOR",
    "HIS_SYSTEM"
  })
  @Transactional
  @APIResponseSchema(value = ConsentView.class, responseCode = "200")
  public Response find(@PathParam("id") UUID id) {
    return own.guarded(id, () -> Response.ok(view(consents.find(id).orElseThrow())).build());
  }

  @POST
  @Path("/search")
  @RolesAllowed({
    "PATIENT",
    "GUARDIAN",
    "PHYSICIAN",
    "RESIDENT",
    "NURSE",
    "CONSENT_CLERK",
    "MEDICAL_AFFAIRS",
    "LEGAL",
    "AUDITOR",
    "HIS_SYSTEM"
  })
  @Transactional
  @APIResponseSchema(value = ConsentView[].class, responseCode = "200")
  public Response search(@NotNull @Valid SearchConsentsRequest request) {
    return own.forSubject(
        named(request.subjectRef(), request.patient()),
        subject -> {
          List<ConsentView> found = consents.of(subject).stream().map(this::view).toList();
          return Response.ok(found).build();
        });
  }

  private ConsentView view(Consent consent) {
    return ConsentView.of(consent, Instant.now(clock));
  }

  private static NamedSubject named(@Nullable String subjectRef, @Nullable PersonNumber patient) {
    return patient == null
        ? new NamedSubject(subjectRef, null, null)
        : new NamedSubject(subjectRef, patient.issuer(), patient.id());
  }
}
