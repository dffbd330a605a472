package gatehouse.incident.restart.store;

import gatehouse.incident.restart.PanelDecision;
import gatehouse.incident.restart.PanelDecisions;
import gatehouse.incident.stop.Stop;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SqlPanelDecisions implements PanelDecisions {
  private final Rows rows;

  SqlPanelDecisions(Rows rows) {
    this.rows = rows;
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<PanelDecisionRow, UUID> {}

  @Override
  public List<PanelDecision> on(Stop.Id stop) {
    return rows.find("stopId = ?1 order by caseId", stop.value()).stream()
        .map(PanelDecisionRow::decision)
        .toList();
  }

  @Override
  public void keep(PanelDecision decision) {
    if (rows.findByIdOptional(decision.caseId()).isEmpty()) {
      rows.persist(PanelDecisionRow.of(decision));
    }
  }
}
