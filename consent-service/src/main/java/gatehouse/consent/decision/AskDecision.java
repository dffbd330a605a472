package gatehouse.consent.decision;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.Applications;
import gatehouse.consent.fact.Fact;
import gatehouse.consent.fact.Facts;
import gatehouse.consent.notice.Notices;
import gatehouse.consent.scope.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Answers whether an application may be used on a person. */
@ApplicationScoped
@Clause({"G-34", "G-37"})
public class AskDecision {
  private final Facts facts;
  private final Scopes scopes;
  private final Notices notices;
  private final Applications applications;

  AskDecision(Facts facts, Scopes scopes, Notices notices, Applications applications) {
    this.facts = facts;
    this.scopes = scopes;
    this.notices = notices;
    this.applications = applications;
  }

  /**
   * As things stand. Whatever is on file counts: a withdrawal that another machine with a faster
   * clock wrote must not wait for this one's clock to catch up.
   */
  @Transactional
  public Answer ask(Question question) {
    List<Fact> known = facts.of(question.subject());
    Instant present =
        known.stream()
            .flatMap(fact -> Stream.of(fact.signedAt(), fact.recordedAt()))
            .reduce(question.at(), (one, other) -> one.isAfter(other) ? one : other);
    return decide(question.at(present, present), known);
  }

  /** As things stood and were known then. */
  @Transactional
  public Answer askAsKnown(Question question) {
    return decide(question, facts.of(question.subject()));
  }

  private Answer decide(Question question, List<Fact> known) {
    Instant time = question.at().isBefore(question.knownAt()) ? question.at() : question.knownAt();
    Knowledge knowledge =
        new Knowledge(
            applications.knownAt(question.application(), time).orElse(null),
            scopes.of(question.application()),
            notices.at(question.application(), time).orElse(null),
            known);
    return DecisionRule.decide(question, knowledge);
  }
}
