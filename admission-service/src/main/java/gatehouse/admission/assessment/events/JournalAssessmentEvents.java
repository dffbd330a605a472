package gatehouse.admission.assessment.events;

import gatehouse.admission.assessment.AssessmentEvents;
import gatehouse.admission.assessment.AssessmentResult;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import gatehouse.pseudonym.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
class JournalAssessmentEvents implements AssessmentEvents {
  private final Journal journal;
  private final Actors actors;
  private final Pseudonyms pseudonyms;

  JournalAssessmentEvents(Journal journal, Actors actors, Pseudonyms pseudonyms) {
    this.journal = journal;
    this.actors = actors;
    this.pseudonyms = pseudonyms;
  }

  /** Without points: how somebody did is nobody's business outside this service. */
  record ResultData(String userRef, String skill, Instant takenAt) {}

  @Override
  public void recorded(AssessmentResult result) {
    String ref = pseudonyms.of("staff", result.user()).value();
    journal.append(
        Entry.of("gatehouse.admission.assessment.result-recorded.v1", ref)
            .by(actors.acting("QUALITY_OFFICER", "MEDICAL_AFFAIRS"))
            .clauses("G-60")
            .data(new ResultData(ref, result.skill(), result.takenAt()))
            .topic("admission.training.v1")
            .version(1)
            .build());
  }
}
