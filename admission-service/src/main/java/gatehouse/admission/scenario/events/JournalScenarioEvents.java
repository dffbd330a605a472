package gatehouse.admission.scenario.events;

import gatehouse.admission.scenario.Scenario;
import gatehouse.admission.scenario.ScenarioEvents;
import gatehouse.journal.Actors;
import gatehouse.journal.Entry;
import gatehouse.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class JournalScenarioEvents implements ScenarioEvents {
  private final Journal journal;
  private final Actors actors;

  JournalScenarioEvents(Journal journal, Actors actors) {
    this.journal = journal;
    this.actors = actors;
  }

  record ScenarioData(
      String scenario,
      String department,
      String nameZh,
      String nameEn,
      Scenario.Severity severity,
      boolean invasive,
      boolean emergency) {}

  @Override
  public void registered(Scenario scenario) {
    journal.append(
        Entry.of("gatehouse.admission.scenario.registered.v1", scenario.code())
            .by(actors.acting("ADMISSION_SECRETARY"))
            .clauses("G-08")
            .data(
                new ScenarioData(
                    scenario.code(),
                    scenario.department(),
                    scenario.nameZh(),
                    scenario.nameEn(),
                    scenario.severity(),
                    scenario.invasive(),
                    scenario.emergency()))
            .topic("admission.product.v1")
            .version(1)
            .build());
  }
}
