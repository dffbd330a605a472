package gatehouse.admission.scenario;

import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Adds a scenario to those that applications can name. */
@ApplicationScoped
public class RegisterScenario {
  private final Scenarios scenarios;
  private final ScenarioEvents events;

  RegisterScenario(Scenarios scenarios, ScenarioEvents events) {
    this.scenarios = scenarios;
    this.events = events;
  }

  @Transactional
  public Outcome<Scenario> register(Scenario scenario) {
    if (!scenarios.add(scenario)) {
      return Outcome.refused(Refusal.ALREADY_REGISTERED);
    }
    events.registered(scenario);
    return Outcome.done(scenario);
  }
}
