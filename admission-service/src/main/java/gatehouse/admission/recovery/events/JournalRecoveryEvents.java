package gatehouse.admission.recovery.events;

import gatehouse.admission.recovery.RecoveryCase;
import gatehouse.admission.recovery.RecoveryChange;
import gatehouse.admission.recovery.RecoveryEvent;
import gatehouse.admission.recovery.RecoveryEvents;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class JournalRecoveryEvents implements RecoveryEvents {
  private static final String[] ALLOWING = {
    "SEAT_CLINICAL",
    "SEAT_MED_ENGINEERING",
    "SEAT_INFO_CENTRE",
    "SEAT_LEGAL",
    "SEAT_ETHICS",
    "ADMISSION_SECRETARY"
  };

  private final Journal journal;
  private final Actors actors;

  JournalRecoveryEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  @Override
  public void happened(RecoveryChange change) {
    RecoveryCase recoveryCase = change.recoveryCase();
    for (RecoveryEvent event : change.events()) {
      Told told = Told.of(event, recoveryCase);
      journal.append(
          Entry.of(
                  "gatehouse.admission.recovery." + told.what() + ".v1",
                  recoveryCase.id().toString())
              .by(actors.acting(ALLOWING))
              .clauses(told.clauses())
              .data(told.data())
              .topic("admission.case.v1")
              .version(recoveryCase.revision())
              .build());
    }
  }
}
