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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** That the paragraph was handed over. */
@Path("/v1/notice-records")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NoticeRecordsResource {
  private final RecordReceipt recordReceipt;
  private final ReceiptAnswers answers;

  NoticeRecordsResource(RecordReceipt recordReceipt, ReceiptAnswers answers) {
    this.recordReceipt = recordReceipt;
    this.answers = answers;
  }

  @POST
  @Idempotent
  @RolesAllowed({"PHYSICIAN", "RESIDENT", "NURSE", "CONSENT_CLERK", "HIS_SYSTEM"})
  @APIResponseSchema(value = ReceiptView.class, responseCode = "201")
  public Response record(@NotNull @Valid NoticeRecordRequest request) {
    return answers.forSubject(
        request.subjectRef(),
        request.patient(),
        subject ->
            recordReceipt.given(
                new Reading(
                    new ApplicationCode(request.application()),
                    new TextDigest(request.digest()),
                    subject,
                    request.encounter(),
                    request.language(),
                    request.givenAt())));
  }
}
