package gatehouse.consent.consent.rest;

import gatehouse.consent.consent.AnswerConsent;
import gatehouse.consent.consent.VerifyRecording;
import gatehouse.consent.text.TextDigest;
import gatehouse.web.CurrentPerson;
import gatehouse.web.Idempotent;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The person's answer to the form before them. */
@Path("/v1/consents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CeremonyResource {
  private final AnswerConsent answerConsent;
  private final VerifyRecording verifyRecording;
  private final OwnConsents own;
  private final ConsentAnswers answers;
  private final CurrentPerson person;

  CeremonyResource(
      AnswerConsent answerConsent,
      VerifyRecording verifyRecording,
      OwnConsents own,
      ConsentAnswers answers,
      CurrentPerson person) {
    this.answerConsent = answerConsent;
    this.verifyRecording = verifyRecording;
    this.own = own;
    this.answers = answers;
    this.person = person;
  }

  @POST
  @Path("/{id}/grant")
  @Idempotent
  @RolesAllowed({"PATIENT", "PHYSICIAN", "RESIDENT", "NURSE", "CONSENT_CLERK", "HIS_SYSTEM"})
  @APIResponseSchema(value = ConsentView.class, responseCode = "200")
  public Response grant(@PathParam("id") UUID id, @NotNull @Valid GrantConsentRequest request) {
    return own.guarded(
        id, () -> answers.answer(answerConsent.grant(id, request.signing(person.subject()))));
  }

  @POST
  @Path("/{id}/refuse")
  @Idempotent
  @RolesAllowed({
    "PATIENT",
    "GUARDIAN",
    "PHYSICIAN",
    "RESIDENT",
    "NURSE",
    "CONSENT_CLERK",
    "HIS_SYSTEM"
  })
  @APIResponseSchema(value = ConsentView.class, responseCode = "200")
  public Response refuse(@PathParam("id") UUID id) {
    return own.guarded(id, () -> answers.answer(answerConsent.refuse(id)));
  }

  @POST
  @Path("/{id}/verify")
  @Idempotent
  @RolesAllowed({"PHYSICIAN", "NURSE", "CONSENT_CLERK", "MEDICAL_AFFAIRS"})
  @APIResponseSchema(value = ConsentView.class, responseCode = "200")
  public Response verify(@PathParam("id") UUID id, @NotNull @Valid VerifyRecordingRequest request) {
    return answers.answer(
        verifyRecording.verify(
            id, new TextDigest(request.digest()), request.durationSeconds(), person.subject()));
  }
}
