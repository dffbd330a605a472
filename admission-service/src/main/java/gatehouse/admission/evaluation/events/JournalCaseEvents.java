package gatehouse.admission.evaluation.events;

import gatehouse.admission.evaluation.AdmissionCase;
import gatehouse.admission.evaluation.CaseChange;
import gatehouse.admission.evaluation.CaseEvent;
import gatehouse.admission.evaluation.CaseEvents;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class JournalCaseEvents implements CaseEvents {
  private static final String[] ALLOWING = {
    "SEAT_CLINICAL",
    "SEAT_MED_ENGINEERING",
    "SEAT_INFO_CENTRE",
    "SEAT_LEGAL",
    "SEAT_ETHICS",
    "ETHICS_SECRETARY",
    "ETHICS_MEMBER",
    "ETHICS_CHAIR",
    "ADMISSION_SECRETARY",
    "DEPARTMENT_APPLICANT",
    "PHYSICIAN",
    "VENDOR"
  };

  private final Journal journal;
  private final Actors actors;

  JournalCaseEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  @Override
  public void happened(CaseChange change) {
    AdmissionCase admissionCase = change.admissionCase();
    for (CaseEvent event : change.events()) {
      Told told = Told.of(event, admissionCase);
      journal.append(
          Entry.of("gatehouse.admission.case." + told.what() + ".v1", admissionCase.id().toString())
              .by(actors.acting(ALLOWING))
              .clauses(told.clauses())
              .data(told.data())
              .topic("admission.case.v1")
              .version(admissionCase.revision())
              .build());
    }
  }
}
