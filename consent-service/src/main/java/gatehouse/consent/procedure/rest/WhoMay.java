package gatehouse.consent.procedure.rest;

import gatehouse.consent.procedure.ProcedureTerms;
import gatehouse.consent.subject.NamedSubject;
import gatehouse.consent.subject.SubjectResult;
import gatehouse.consent.subject.Subjects;
import gatehouse.consent.withdrawal.Withdrawals;
import gatehouse.web.CurrentPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What a token's roles leave open. */
@ApplicationScoped
class WhoMay {
  private final ProcedureTerms terms;
  private final CurrentPerson person;
  private final Withdrawals withdrawals;
  private final Subjects subjects;

  WhoMay(ProcedureTerms terms, CurrentPerson person, Withdrawals withdrawals, Subjects subjects) {
    this.terms = terms;
    this.person = person;
    this.withdrawals = withdrawals;
    this.subjects = subjects;
  }

  /** A machine for its own system; the steward, who has it on paper, for any. */
  boolean speakFor(String holder) {
    String role = terms.holders().get(holder);
    return person.holds("DATA_STEWARD") || role == null || person.holds(role);
  }

  /** Patients and guardians their own; of what does not exist everybody hears the same. */
  boolean read(UUID withdrawal) {
    if (!person.holds("PATIENT") && !person.holds("GUARDIAN")) {
      return true;
    }
    return withdrawals
        .find(withdrawal)
        .map(found -> subjects.spokenFor(new NamedSubject(found.subject().value(), null, null)))
        .map(SubjectResult.Found.class::isInstance)
        .orElse(true);
  }
}
