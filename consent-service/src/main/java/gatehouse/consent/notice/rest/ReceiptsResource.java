package gatehouse.consent.notice.rest;

import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.notice.Reading;
import gatehouse.consent.notice.RecordReceipt;
import gatehouse.consent.text.TextDigest;
import gatehouse.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** That people saw or got a notice. */
@Path("/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReceiptsResource {
  private final RecordReceipt recordReceipt;
  private final ReceiptAnswers answers;

  ReceiptsResource(RecordReceipt recordReceipt, ReceiptAnswers answers) {
    this.recordReceipt = recordReceipt;
    this.answers = answers;
  }

  @POST
  @Path("/{application}/receipts")
  @Idempotent
  @RolesAllowed({
    "PATIENT",
    "GUARDIAN",
    "PHYSICIAN",
    "RESIDENT",
    "NURSE",
    "CONSENT_CLERK",
    "HIS_SYSTEM",
    "GATEWAY_SYSTEM"
  })
  @APIResponseSchema(value = ReceiptView.class, responseCode = "201")
  public Response receipt(
      @PathParam("application") @Pattern(regexp = ApplicationCode.FORM) String application,
      @NotNull @Valid ReceiptRequest request) {
    ReceiptRequest.Kind kind =
        request.answer() == null ? ReceiptRequest.Kind.SHOWN : request.answer();
    return answers.forSubject(
        request.subjectRef(),
        request.patient(),
        subject -> {
          Reading reading =
              new Reading(
                  new ApplicationCode(application),
                  new TextDigest(request.digest()),
                  subject,
                  request.encounter(),
                  request.language(),
                  request.shownAt());
          return switch (kind) {
            case SHOWN -> recordReceipt.shown(reading);
            case ACCEPTED -> recordReceipt.accepted(reading);
          };
        });
  }
}
