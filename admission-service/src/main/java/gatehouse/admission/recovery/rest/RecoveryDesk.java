package gatehouse.admission.recovery.rest;

import gatehouse.admission.Answers;
import gatehouse.admission.calendar.HospitalDay;
import gatehouse.admission.person.Person;
import gatehouse.admission.person.SignedIn;
import gatehouse.admission.recovery.LeadRecovery;
import gatehouse.admission.recovery.RecoveryCase;
import gatehouse.admission.recovery.RecoveryChange;
import gatehouse.admission.recovery.RecoveryId;
import gatehouse.admission.refusal.Outcome;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** One step of a recovery case for the person of the request, and how it is answered. */
@Singleton
class RecoveryDesk {
  private final LeadRecovery lead;
  private final SignedIn signedIn;
  private final Answers answers;
  private final HospitalDay day;

  RecoveryDesk(LeadRecovery lead, SignedIn signedIn, Answers answers, HospitalDay day) {
    this.lead = lead;
    this.signedIn = signedIn;
    this.answers = answers;
    this.day = day;
  }

  /** What a step is told: the case, who acts, and when. */
  record Moment(RecoveryCase found, Person by, Instant now) {}

  Person person() {
    return signedIn.person();
  }

  Response step(UUID id, Function<Moment, Outcome<RecoveryChange>> step) {
    Person by = signedIn.person();
    return answer(
        lead.step(new RecoveryId(id), found -> step.apply(new Moment(found, by, day.now()))));
  }

  Response created(Outcome<RecoveryCase> outcome) {
    return answers.created(outcome, RecoveryView::of);
  }

  Response answer(Outcome<RecoveryCase> outcome) {
    return answers.ok(outcome, RecoveryView::of);
  }
}
