package gatehouse.admission.scenario.store;

import gatehouse.admission.scenario.Scenario;
import gatehouse.admission.scenario.Scenarios;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The constraint decides who of two was first; the loser's transaction lives on to say so. */
@ApplicationScoped
class SqlScenarios implements Scenarios {
  private static final String ADD =
      "insert into admission.scenario"
          + " values (:code, :department, :zh, :en, :severity, :invasive, :emergency)"
          + " on conflict do nothing";

  private final EntityManager entities;

  SqlScenarios(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public boolean add(Scenario scenario) {
    return entities
            .createNativeQuery(ADD)
            .setParameter("code", scenario.code())
            .setParameter("department", scenario.department())
            .setParameter("zh", scenario.nameZh())
            .setParameter("en", scenario.nameEn())
            .setParameter("severity", scenario.severity().name())
            .setParameter("invasive", scenario.invasive())
            .setParameter("emergency", scenario.emergency())
            .executeUpdate()
        == 1;
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
