package gatehouse.consent.decision.events;

import gatehouse.consent.decision.Answer;
import gatehouse.consent.decision.Decisions;
import gatehouse.consent.decision.Question;
import gatehouse.consent.scope.Category;
import gatehouse.consent.text.TextDigest;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records every question with its answer; stays in the house of this service. */
@ApplicationScoped
class JournalDecisions implements Decisions {
  private static final String TYPE = "gatehouse.consent.decision.answered.v1";

  private final Journal journal;
  private final Actors actors;

  JournalDecisions(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  /** A question and its answer, as recorded. */
  record DecisionData(
      String application,
      String subjectRef,
      String purpose,
      List<String> categories,
      String tier,
      String decision,
      List<String> reasons,
      @Nullable String consentId,
      long version,
      @Nullable String textDigest,
      String at,
      String knownAt) {}

  @Override
  public void record(Question question, Answer answer) {
    UUID consentId = answer.consentId();
    TextDigest digest = answer.textDigest();
    journal.record(
        Entry.of(TYPE, question.subject().value())
            .by(
                actors.acting(
                    "GATEWAY_SYSTEM",
                    "HIS_SYSTEM",
                    "PHYSICIAN",
                    "NURSE",
                    "CONSENT_CLERK",
                    "AUDITOR",
                    "LEGAL",
                    "MEDICAL_AFFAIRS"))
            .clauses(answer.clauses())
            .data(
                new DecisionData(
                    question.application().value(),
                    question.subject().value(),
                    purpose(question),
                    question.categories().stream().map(Category::code).toList(),
                    answer.tier().name(),
                    answer.verdict().name(),
                    answer.grounds().stream().map(Enum::name).toList(),
                    consentId == null ? null : consentId.toString(),
                    answer.version(),
                    digest == null ? null : digest.value(),
                    question.at().toString(),
                    question.knownAt().toString()))
            .build());
  }

  /** A caller's free text must not reach the journal. */
  private static String purpose(Question question) {
    return question.permittedPurpose().map(Enum::name).orElse("FORBIDDEN");
  }
}
