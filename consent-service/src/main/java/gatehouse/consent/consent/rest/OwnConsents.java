package gatehouse.consent.consent.rest;

import gatehouse.consent.ConsentProblem;
import gatehouse.consent.consent.Consents;
import gatehouse.consent.subject.NamedSubject;
import gatehouse.consent.subject.SubjectRef;
import gatehouse.consent.subject.SubjectResult;
import gatehouse.consent.subject.Subjects;
import gatehouse.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps patients to their own consents. */
@ApplicationScoped
class OwnConsents {
  private final Consents consents;
  private final Subjects subjects;
  private final Problems problems;

  OwnConsents(Consents consents, Subjects subjects, Problems problems) {
    this.consents = consents;
    this.subjects = subjects;
    this.problems = problems;
  }

  /** Acts if the consent is of somebody for whom the present person may speak. */
  @Transactional
  Response guarded(UUID id, Supplier<Response> act) {
    Optional<SubjectRef> subject = consents.subjectOf(id);
    if (subject.isEmpty()) {
      return problems.problem(ConsentProblem.CONSENT_UNKNOWN);
    }
    return forSubject(new NamedSubject(subject.get().value(), null, null), _ -> act.get());
  }

  /** Acts for the person named, if the present person may speak for them. */
  Response forSubject(NamedSubject named, Function<SubjectRef, Response> act) {
    return switch (subjects.spokenFor(named)) {
      case SubjectResult.Found found -> act.apply(found.subject());
      case SubjectResult.Unnamed _ -> problems.problem(ConsentProblem.SUBJECT_UNNAMED);
      case SubjectResult.NotOwn _ -> problems.problem(ConsentProblem.NOT_YOUR_OWN);
    };
  }
}
