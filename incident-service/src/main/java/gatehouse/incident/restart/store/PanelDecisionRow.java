package gatehouse.incident.restart.store;

import gatehouse.incident.restart.PanelDecision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.UUID;

@Entity
@Table(name = "panel_decision")
class PanelDecisionRow {
  @Id
  @Column(name = "case_id")
  UUID caseId;

  @Column(name = "round_id")
  UUID roundId;

  @Column(name = "stop_id")
  UUID stopId;

  boolean approved;
  String[] digests;

  @Column(name = "suite_report")
  String suiteReport;

  @Column(name = "clinical_report")
  String clinicalReport;

  static PanelDecisionRow of(PanelDecision decision) {
    PanelDecisionRow row = new PanelDecisionRow();
    row.caseId = decision.caseId();
    row.roundId = decision.round();
    row.stopId = decision.stop();
    row.approved = decision.approved();
    row.digests = decision.digests().stream().sorted().toArray(String[]::new);
    row.suiteReport = decision.reports().suite();
    row.clinicalReport = decision.reports().clinical();
    return row;
  }

  PanelDecision decision() {
    return new PanelDecision(
        caseId,
        roundId,
        stopId,
        approved,
        Set.of(digests),
        new PanelDecision.Reports(suiteReport, clinicalReport));
  }
}
