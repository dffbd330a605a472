package gatehouse.admission.recovery.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "recovery_case")
class RecoveryRow {
  @Id UUID id;

  @Column(name = "stop_id")
  String stop;

  String state;
  long revision;

  @JdbcTypeCode(SqlTypes.JSON)
  String document;
}
