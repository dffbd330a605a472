package gatehouse.consent.decision.rest;

import gatehouse.consent.ConsentProblem;
import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.decision.AnswerQuestion;
import gatehouse.consent.decision.Question;
import gatehouse.consent.scope.Category;
import gatehouse.consent.subject.NamedSubject;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.subject.SubjectResult;
import gatehouse.consent.subject.Subjects;
import gatehouse.web.PersonNumber;
import gatehouse.web.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** May this application be used on this person for this purpose? */
@Path("/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DecisionsResource {
  private final AnswerQuestion answerQuestion;
  private final Subjects subjects;
  private final DecisionAnswers answers;
  private final Problems problems;
  private final Clock clock;

  DecisionsResource(
      AnswerQuestion answerQuestion,
      Subjects subjects,
      DecisionAnswers answers,
      Problems problems,
      Clock clock) {
    this.answerQuestion = answerQuestion;
    this.subjects = subjects;
    this.answers = answers;
    this.problems = problems;
    this.clock = clock;
  }

  @POST
  @RolesAllowed({"GATEWAY_SYSTEM", "HIS_SYSTEM", "PHYSICIAN", "NURSE", "CONSENT_CLERK"})
  @APIResponseSchema(value = DecisionResponse.class, responseCode = "200")
  public Response decide(@NotNull @Valid DecisionRequest request) {
    Instant now = Instant.now(clock);
    return forSubject(
        request,
        subject -> answers.answer(answerQuestion.answer(question(request, subject, now, now))));
  }

  @POST
  @Path("/as-known")
  @RolesAllowed({"AUDITOR", "LEGAL", "MEDICAL_AFFAIRS"})
  @APIResponseSchema(value = DecisionResponse.class, responseCode = "200")
  public Response decideAsKnown(@NotNull @Valid KnownDecisionRequest request) {
    Instant now = Instant.now(clock);
    if (request.at().isAfter(now) || request.knownAt().isAfter(now)) {
      return problems.problem(ConsentProblem.TIME_IN_THE_FUTURE);
    }
    return forSubject(
        request.question(),
        subject ->
            answers.answer(
                answerQuestion.answerAsKnown(
                    question(
                        request.question(),
                        subject,
                        sinceEpoch(request.at()),
                        sinceEpoch(request.knownAt())))));
  }

  /** Nothing was known before 1970, and the database counts no years that Java still does. */
  private static Instant sinceEpoch(Instant time) {
    return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
  }

  private Response forSubject(DecisionRequest request, Function<SubjectRef, Response> act) {
    PersonNumber patient = request.patient();
    NamedSubject named =
        patient == null
            ? new NamedSubject(request.subjectRef(), null, null)
            : new NamedSubject(request.subjectRef(), patient.issuer(), patient.id());
    return switch (subjects.spokenFor(named)) {
      case SubjectResult.Found found -> act.apply(found.subject());
      case SubjectResult.Unnamed _ -> problems.problem(ConsentProblem.SUBJECT_UNNAMED);
      case SubjectResult.NotOwn _ -> problems.problem(ConsentProblem.NOT_YOUR_OWN);
    };
  }

  private static Question question(
      DecisionRequest request, SubjectRef subject, Instant at, Instant knownAt) {
    Set<String> codes = request.categories() == null ? Set.of() : request.categories();
    return new Question(
        subject,
        new ApplicationCode(request.application()),
        request.tier(),
        request.purpose(),
        codes.stream().map(Category::new).collect(Collectors.toCollection(TreeSet::new)),
        request.encounter(),
        request.collectedAt(),
        at,
        knownAt);
  }
}
