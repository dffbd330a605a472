package gatehouse.admission.changeclass.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

@Entity
@Table(name = "control_plan")
class ControlPlanRow {
  @Id UUID id;
  UUID application;
  long revision;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  ControlPlanDocument document;
}
