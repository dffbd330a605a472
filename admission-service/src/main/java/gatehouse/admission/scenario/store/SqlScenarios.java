package gatehouse.admission.scenario.store;

import gatehouse.admission.scenario.Scenario;
import gatehouse.admission.scenario.Scenarios;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Two who add one code at the same moment: the second meets the primary key and a 500. */
@ApplicationScoped
class SqlScenarios implements Scenarios {
  private final EntityManager entities;

  SqlScenarios(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public boolean add(Scenario scenario) {
    if (entities.find(ScenarioRow.class, scenario.code()) != null) {
      return false;
    }
    entities.persist(ScenarioRow.of(scenario));
    entities.flush();
    return true;
  }

  @Override
  public Optional<Scenario> find(String code) {
    return Optional.ofNullable(entities.find(ScenarioRow.class, code)).map(ScenarioRow::toScenario);
  }

  @Override
  public List<Scenario> all() {
    return entities
        .createQuery("from ScenarioRow s order by s.code", ScenarioRow.class)
        .getResultStream()
        .map(ScenarioRow::toScenario)
        .toList();
  }
}
