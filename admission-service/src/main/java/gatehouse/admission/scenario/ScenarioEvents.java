package gatehouse.admission.scenario;

/** Notes in the journal what was registered. */
public interface ScenarioEvents {
  void registered(Scenario scenario);
}
