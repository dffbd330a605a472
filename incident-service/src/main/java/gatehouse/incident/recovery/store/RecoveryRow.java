package gatehouse.incident.recovery.store;

import gatehouse.incident.recovery.Recovery;
import gatehouse.incident.stop.Stop;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

@Entity
@Table(name = "recovery")
class RecoveryRow {
  @Id UUID id;
  long version;

  @Column(name = "stop_id", updatable = false)
  UUID stopId;

  boolean failed;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  RecoveryDocument document;

  static RecoveryRow of(Recovery recovery) {
    RecoveryRow row = new RecoveryRow();
    row.id = recovery.id().value();
    row.stopId = recovery.stop().value();
    row.take(recovery);
    return row;
  }

  void take(Recovery recovery) {
    version = recovery.version();
    failed = recovery.failed();
    document = new RecoveryDocument(recovery.items(), recovery.confirmations());
  }

  Recovery recovery() {
    return new Recovery(
        new Recovery.Id(id),
        version,
        new Stop.Id(stopId),
        document.items(),
        failed,
        document.confirmations());
  }
}
