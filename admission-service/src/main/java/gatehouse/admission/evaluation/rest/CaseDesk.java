package gatehouse.admission.evaluation.rest;

import gatehouse.admission.Answers;
import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.evaluation.AdmissionCase;
import gatehouse.admission.evaluation.CaseChange;
import gatehouse.admission.evaluation.CaseId;
import gatehouse.admission.evaluation.LeadCase;
import gatehouse.admission.person.Person;
import gatehouse.admission.person.SignedIn;
import gatehouse.admission.refusal.Outcome;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** One step of a case for the person of the request, and how it is answered. */
@Singleton
class CaseDesk {
  private final LeadCase lead;
  private final SignedIn signedIn;
  private final Answers answers;
  private final HospitalDay day;

  CaseDesk(LeadCase lead, SignedIn signedIn, Answers answers, HospitalDay day) {
    this.lead = lead;
    this.signedIn = signedIn;
    this.answers = answers;
    this.day = day;
  }

  /** What a step is told: the case, who acts, and when. */
  record Moment(AdmissionCase found, Person by, Instant now, LocalDate today) {}

  Response step(UUID id, Function<Moment, Outcome<CaseChange>> step) {
    Person by = signedIn.person();
    return answer(
        lead.step(
            new CaseId(id),
            (found, now) -> step.apply(new Moment(found, by, now.now(), now.today()))));
  }

  Response answer(Outcome<AdmissionCase> outcome) {
    return answers.ok(outcome, this::view);
  }

  CaseView view(AdmissionCase found) {
    return CaseView.of(
        found, found.over() ? List.of() : answers.reasons(found.gapsOn(day.today())));
  }
}
