package gatehouse.admission.recovery.store;

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
@Table(name = "recovery_case")
class RecoveryRow {
  @Id UUID id;

  @Column(name = "stop_id")
  String stop;

  @Column(name = "suite_report", updatable = false)
  String suiteReport;

  @Column(name = "clinical_report", updatable = false)
  String clinicalReport;

  String state;
  long revision;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  RecoveryDocument document;
}
