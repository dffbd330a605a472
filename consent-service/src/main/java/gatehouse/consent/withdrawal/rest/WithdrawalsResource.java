package gatehouse.consent.withdrawal.rest;

import gatehouse.consent.ConsentProblem;
import gatehouse.consent.subject.NamedSubject;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.subject.SubjectResult;
import gatehouse.consent.subject.Subjects;
import gatehouse.consent.withdrawal.SayNo;
import gatehouse.consent.withdrawal.Withdrawals;
import gatehouse.web.Idempotent;
import gatehouse.web.PersonNumber;
import gatehouse.web.Problems;
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
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Every way of saying no. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class WithdrawalsResource {
  private final SayNo sayNo;
  private final Noes noes;
  private final Withdrawals withdrawals;
  private final Subjects subjects;
  private final Problems problems;

  WithdrawalsResource(
      SayNo sayNo, Noes noes, Withdrawals withdrawals, Subjects subjects, Problems problems) {
    this.sayNo = sayNo;
    this.noes = noes;
    this.withdrawals = withdrawals;
    this.subjects = subjects;
    this.problems = problems;
  }

  @POST
  @Path("/withdrawals")
  @Idempotent
  @RolesAllowed({
    "PATIENT",
    "GUARDIAN",
    "PHYSICIAN",
    "RESIDENT",
    "NURSE",
    "CONSENT_CLERK",
    "DUTY_MANAGER",
    "MEDICAL_AFFAIRS",
    "ETHICS_SECRETARY",
    "HIS_SYSTEM",
    "EMR_SYSTEM"
  })
  @APIResponseSchema(value = WithdrawalView.class, responseCode = "201")
  public Response withdraw(@NotNull @Valid WithdrawRequest request) {
    return forSubject(
        named(request.subjectRef(), request.patient()),
        subject -> created(noes.withdrawal(subject, request)));
  }

  @POST
  @Path("/refusals")
  @Idempotent
  @RolesAllowed({
    "PATIENT",
    "GUARDIAN",
    "PHYSICIAN",
    "RESIDENT",
    "NURSE",
    "CONSENT_CLERK",
    "DUTY_MANAGER",
    "MEDICAL_AFFAIRS",
    "ETHICS_SECRETARY",
    "HIS_SYSTEM",
    "EMR_SYSTEM"
  })
  @APIResponseSchema(value = WithdrawalView.class, responseCode = "201")
  public Response refuse(@NotNull @Valid RefuseRequest request) {
    return forSubject(
        named(request.subjectRef(), request.patient()),
        subject -> created(noes.refusal(subject, request)));
  }

  @GET
  @Path("/withdrawals/{id}")
  @RolesAllowed({"PATIENT", "GUARDIAN", "CONSENT_CLERK", "NURSE", "PHYSICIAN", "AUDITOR"})
  @Transactional
  @APIResponseSchema(value = WithdrawalView.class, responseCode = "200")
  public Response find(@PathParam("id") UUID id) {
    return withdrawals
        .find(id)
        .map(found ->
            forSubject(
                new NamedSubject(found.subject().value(), null, null),
                _ -> Response.ok(noes.read(found)).build()))
        .orElseGet(() -> problems.problem(ConsentProblem.WITHDRAWAL_UNKNOWN));
  }

  private Response created(Noes.Read read) {
    return switch (read) {
      case Noes.Clear clear ->
          Response.status(Response.Status.CREATED)
              .entity(noes.answer(sayNo.say(clear.no()), clear.widened()))
              .build();
      case Noes.Incomplete _ -> problems.problem(ConsentProblem.REACH_INCOMPLETE);
    };
  }

  private Response forSubject(NamedSubject named, Function<SubjectRef, Response> act) {
    return switch (subjects.spokenFor(named)) {
      case SubjectResult.Found found -> act.apply(found.subject());
      case SubjectResult.Unnamed _ -> problems.problem(ConsentProblem.SUBJECT_UNNAMED);
      case SubjectResult.NotOwn _ -> problems.problem(ConsentProblem.NOT_YOUR_OWN);
    };
  }

  private static NamedSubject named(@Nullable String subjectRef, @Nullable PersonNumber patient) {
    return patient == null
        ? new NamedSubject(subjectRef, null, null)
        : new NamedSubject(subjectRef, patient.issuer(), patient.id());
  }
}
