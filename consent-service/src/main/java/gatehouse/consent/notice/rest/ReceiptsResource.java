package gatehouse.consent.notice.rest;

import gatehouse.consent.ConsentProblem;
import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.notice.Reading;
import gatehouse.consent.notice.ReceiptResult;
import gatehouse.consent.notice.RecordReceipt;
import gatehouse.consent.subject.NamedSubject;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.subject.SubjectResult;
import gatehouse.consent.subject.Subjects;
import gatehouse.consent.text.TextDigest;
import gatehouse.web.Idempotent;
import gatehouse.web.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** That people saw or got a notice. */
@Path("/v1")
@RunOnVirtualThread
class ReceiptsResource {
  private final RecordReceipt recordReceipt;
  private final Subjects subjects;
  private final Problems problems;

  ReceiptsResource(RecordReceipt recordReceipt, Subjects subjects, Problems problems) {
    this.recordReceipt = recordReceipt;
    this.subjects = subjects;
    this.problems = problems;
  }

  @POST
  @Path("/notices/{application}/receipts")
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
  public Response receipt(
      @PathParam("application") @Pattern(regexp = ApplicationCode.FORM) String application,
      @NotNull @Valid ReceiptRequest request) {
    ReceiptRequest.Kind kind =
        request.answer() == null ? ReceiptRequest.Kind.SHOWN : request.answer();
    return forSubject(
        named(request.subjectRef(), request.patient()),
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

  @POST
  @Path("/notice-records")
  @Idempotent
  @RolesAllowed({"PHYSICIAN", "RESIDENT", "NURSE", "CONSENT_CLERK", "HIS_SYSTEM"})
  public Response record(@NotNull @Valid NoticeRecordRequest request) {
    return forSubject(
        named(request.subjectRef(), request.patient()),
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

  private Response forSubject(NamedSubject named, Function<SubjectRef, ReceiptResult> act) {
    return switch (subjects.spokenFor(named)) {
      case SubjectResult.Found found -> answer(act.apply(found.subject()));
      case SubjectResult.Unnamed _ -> problems.problem(ConsentProblem.SUBJECT_UNNAMED);
      case SubjectResult.NotOwn _ -> problems.problem(ConsentProblem.NOT_YOUR_OWN);
    };
  }

  private Response answer(ReceiptResult result) {
    return switch (result) {
      case ReceiptResult.Recorded recorded ->
          Response.status(Response.Status.CREATED)
              .entity(ReceiptView.of(recorded.receipt()))
              .build();
      case ReceiptResult.Outdated _ -> problems.problem(ConsentProblem.NOTICE_OUTDATED);
      case ReceiptResult.InTheFuture _ -> problems.problem(ConsentProblem.TIME_IN_THE_FUTURE);
      case ReceiptResult.Unknown _ -> problems.problem(ConsentProblem.NOTICE_UNKNOWN);
    };
  }

  private static NamedSubject named(
      @Nullable String subjectRef, @Nullable PatientRequest patient) {
    return patient == null
        ? new NamedSubject(subjectRef, null, null)
        : new NamedSubject(subjectRef, patient.issuer(), patient.id());
  }
}
