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

  Scenario toScenario() {
    return new Scenario(code, department, nameZh, nameEn, severity, invasive, emergency);
  }
}
