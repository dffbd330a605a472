package gatehouse.gateway.reconciliation.store;

import gatehouse.gateway.reconciliation.Reconciliation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code gateway.reconciliation}. */
@Entity
@Table(name = "reconciliation")
class ReconciliationRow {
  @Id LocalDate day;

  @Column(name = "reconciled_at")
  Instant at;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Item> findings;

  /** A finding as it is kept: times as text, which any reader of JSON understands. */
  record Item(Reconciliation.Kind kind, UUID output, String application, String since) {
    static Item of(Reconciliation.Finding finding) {
      return new Item(
          finding.kind(), finding.output(), finding.application(), finding.since().toString());
    }

    Reconciliation.Finding finding() {
      return new Reconciliation.Finding(kind, output, application, Instant.parse(since));
    }
  }

  static ReconciliationRow of(Reconciliation reconciliation) {
    ReconciliationRow row = new ReconciliationRow();
    row.day = reconciliation.day();
    row.at = reconciliation.at();
    row.findings = reconciliation.findings().stream().map(Item::of).toList();
    return row;
  }

  Reconciliation reconciliation() {
    return new Reconciliation(day, at, findings.stream().map(Item::finding).toList());
  }
}
