package gatehouse.admission.changeclass.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "control_plan")
class ControlPlanRow {
  @Id UUID id;
  UUID application;
  long revision;

  @JdbcTypeCode(SqlTypes.JSON)
  String document;
}
