package gatehouse.consent.decision;

import gatehouse.clauses.Clause;
import gatehouse.consent.application.Admitted;
import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.application.Applications;
import gatehouse.consent.application.KnownApplication;
import gatehouse.consent.fact.Fact;
import gatehouse.consent.fact.Facts;
import gatehouse.consent.notice.Notices;
import gatehouse.consent.scope.Scopes;
import gatehouse.consent.stop.StopOrder;
import gatehouse.consent.stop.Stops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers whether an application may be used on a person. */
@ApplicationScoped
@Clause({"G-34", "G-37"})
public class AskDecision {
  private final Facts facts;
  private final Scopes scopes;
  private final Notices notices;
  private final Applications applications;
  private final Stops stops;

  AskDecision(Facts facts, Scopes scopes, Notices notices, Applications applications, Stops stops) {
    this.facts = facts;
    this.scopes = scopes;
    this.notices = notices;
    this.applications = applications;
    this.stops = stops;
  }

  /**
   * As things stand. Whatever is on file counts: a withdrawal or a stop that another machine with a
   * faster clock wrote must not wait for this one's clock to catch up.
   */
  @Transactional
  public Answer ask(Question question) {
    List<Fact> known = facts.of(question.subject());
    Instant present =
        known.stream()
            .flatMap(fact -> Stream.of(fact.signedAt(), fact.recordedAt()))
            .reduce(question.at(), (one, other) -> one.isAfter(other) ? one : other);
    return decide(question.at(present, present), known, stops.inForce());
  }

  /** As things stood and were known then. */
  @Transactional
  public Answer askAsKnown(Question question) {
    return decide(question, facts.of(question.subject()), stops.knownAt(time(question)));
  }

  private Answer decide(Question question, List<Fact> known, List<StopOrder> stopped) {
    Instant time = time(question);
    KnownApplication application = applications.knownAt(question.application(), time).orElse(null);
    StopOrder.Target target = target(question.application(), application);
    Knowledge knowledge =
        new Knowledge(
            application,
            stopped.stream().anyMatch(order -> order.covers(target)),
            scopes.of(question.application()),
            notices.at(question.application(), time).orElse(null),
            known);
    return DecisionRule.decide(question, knowledge);
  }

  private static Instant time(Question question) {
    return question.at().isBefore(question.knownAt()) ? question.at() : question.knownAt();
  }

  /** The names under which it can be stopped. */
  private static StopOrder.Target target(
      ApplicationCode code, @Nullable KnownApplication application) {
    if (application == null) {
      return new StopOrder.Target(code.value(), null, null, null, null, null);
    }
    Admitted admitted = application.admitted();
    return new StopOrder.Target(
        code.value(),
        application.id(),
        admitted.product(),
        admitted.digest(),
        admitted.vendor(),
        admitted.department());
  }
}
