package gatehouse.admission.intake;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.ApplicationEvents;
import gatehouse.admission.application.Applications;
import gatehouse.admission.person.Person;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.scenario.Scenario;
import gatehouse.admission.scenario.Scenarios;
import gatehouse.admission.tiering.Assessment;
import gatehouse.admission.tiering.Facts;
import gatehouse.admission.tiering.Ruleset;
import gatehouse.admission.tiering.Rulesets;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requester signs the facts; the rules give the tier; the track for that tier is opened. */
@ApplicationScoped
public class SubmitFacts {
  private final Applications applications;
  private final ApplicationEvents events;
  private final Scenarios scenarios;
  private final Rulesets rulesets;
  private final Tracks tracks;

  SubmitFacts(
      Applications applications,
      ApplicationEvents events,
      Scenarios scenarios,
      Rulesets rulesets,
      Tracks tracks) {
    this.applications = applications;
    this.events = events;
    this.scenarios = scenarios;
    this.rulesets = rulesets;
    this.tracks = tracks;
  }

  /**
   * What came of it: the application and the rules' word, and the case or filing that it opened.
   */
  public record Submitted(
      Application application, Assessment assessment, @Nullable UUID caseOrFiling) {}

  @Transactional
  @Clause({"G-08", "G-09", "G-10", "G-31"})
  public Outcome<Submitted> submit(String code, Facts facts, Person by, UUID trackId) {
    Application application = applications.locked(code).orElse(null);
    if (application == null) {
      return Outcome.refused(Refusal.APPLICATION_UNKNOWN);
    }
    if (!application.identity().requestedBy().equals(by.subject())) {
      return Outcome.refused(Refusal.NOT_THE_REQUESTER);
    }
    Ruleset rules = rulesets.current();
    if (!rules.answeredBy(facts)) {
      return Outcome.refused(Refusal.FACTS_INCOMPLETE);
    }
    return switch (rules.assess(established(facts, application))) {
      case Assessment.Prohibited word ->
          application.prohibited().map(this::kept).map(after -> new Submitted(after, word, null));
      case Assessment.Tiered word ->
          application
              .tiered(word.decision())
              .map(this::kept)
              .then(after -> tracks.open(after, trackId).map(id -> new Submitted(after, word, id)));
    };
  }

  private Facts established(Facts facts, Application application) {
    Facts known = application.identity().device() ? facts.established("managedAsDevice") : facts;
    boolean invasive =
        scenarios.find(application.identity().scenario()).filter(Scenario::invasive).isPresent();
    return invasive ? known.established("invasive") : known;
  }

  private Application kept(Application application) {
    applications.save(application);
    events.tiered(application);
    events.statusChanged(application);
    return application;
  }
}
