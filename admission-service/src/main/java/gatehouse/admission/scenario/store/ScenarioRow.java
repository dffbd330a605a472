package gatehouse.admission.scenario.store;

import gatehouse.admission.scenario.Scenario;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "scenario")
class ScenarioRow {
  @Id String code;
  String department;

  @Column(name = "name_zh")
  String nameZh;

  @Column(name = "name_en")
  String nameEn;

  @Enumerated(EnumType.STRING)
  Scenario.Severity severity;

  boolean invasive;
  boolean emergency;

  static ScenarioRow of(Scenario scenario) {
    ScenarioRow row = new ScenarioRow();
    row.code = scenario.code();
    row.department = scenario.department();
    row.nameZh = scenario.nameZh();
    row.nameEn = scenario.nameEn();
    row.severity = scenario.severity();
    row.invasive = scenario.invasive();
    row.emergency = scenario.emergency();
    return row;
  }

  Scenario toScenario() {
    return new Scenario(code, department, nameZh, nameEn, severity, invasive, emergency);
  }
}
