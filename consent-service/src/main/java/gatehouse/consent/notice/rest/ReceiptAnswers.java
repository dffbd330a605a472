package gatehouse.consent.notice.rest;

import gatehouse.consent.ConsentProblem;
import gatehouse.consent.notice.ReceiptResult;
import gatehouse.consent.subject.NamedSubject;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.subject.SubjectResult;
import gatehouse.consent.subject.Subjects;
import gatehouse.web.PersonNumber;
import gatehouse.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the person of a receipt, and turns what came of it into HTTP. */
@ApplicationScoped
class ReceiptAnswers {
  private final Subjects subjects;
  private final Problems problems;

  ReceiptAnswers(Subjects subjects, Problems problems) {
    this.subjects = subjects;
    this.problems = problems;
  }

  Response forSubject(
      @Nullable String subjectRef,
      @Nullable PersonNumber patient,
      Function<SubjectRef, ReceiptResult> act) {
    return switch (subjects.spokenFor(named(subjectRef, patient))) {
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
      case ReceiptResult.BeforePublication _ ->
          problems.problem(ConsentProblem.TIME_BEFORE_PUBLICATION);
      case ReceiptResult.Unknown _ -> problems.problem(ConsentProblem.NOTICE_UNKNOWN);
    };
  }

  private static NamedSubject named(@Nullable String subjectRef, @Nullable PersonNumber patient) {
    return patient == null
        ? new NamedSubject(subjectRef, null, null)
        : new NamedSubject(subjectRef, patient.issuer(), patient.id());
  }
}
