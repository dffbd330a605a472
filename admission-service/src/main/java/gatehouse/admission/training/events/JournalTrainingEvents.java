package gatehouse.admission.training.events;

import gatehouse.admission.training.AssessmentWindow;
import gatehouse.admission.training.Competence;
import gatehouse.admission.training.TrainingEvents;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import gatehouse.pseudonym.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;

@ApplicationScoped
class JournalTrainingEvents implements TrainingEvents {
  private static final String STAFF = "staff";

  private final Journal journal;
  private final Actors actors;
  private final Pseudonyms pseudonyms;

  JournalTrainingEvents(Journal journal, Actors actors, Pseudonyms pseudonyms) {
    this.journal = journal;
    this.actors = actors;
    this.pseudonyms = pseudonyms;
  }

  record CompetenceData(String userRef, String product, LocalDate validUntil) {}

  record WindowData(String userRef, Instant from, Instant to) {}

  @Override
  public void recorded(Competence competence) {
    String ref = pseudonyms.of(STAFF, competence.user()).value();
    append(
        "competence-recorded",
        ref,
        "G-59",
        new CompetenceData(ref, competence.product(), competence.validUntil()));
  }

  @Override
  public void opened(AssessmentWindow window) {
    String ref = pseudonyms.of(STAFF, window.user()).value();
    append("window-opened", ref, "G-60", new WindowData(ref, window.from(), window.to()));
  }

  private void append(String what, String subject, String clause, Object data) {
    journal.append(
        Entry.of("gatehouse.admission.training." + what + ".v1", subject)
            .by(actors.acting("QUALITY_OFFICER", "MEDICAL_AFFAIRS"))
            .clauses(clause)
            .data(data)
            .topic("admission.training.v1")
            .version(1)
            .build());
  }
}
