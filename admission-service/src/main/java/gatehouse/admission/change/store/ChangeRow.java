package gatehouse.admission.change.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "change_case")
class ChangeRow {
  @Id UUID id;
  UUID application;
  String digest;
  String state;
  long revision;

  @JdbcTypeCode(SqlTypes.JSON)
  String document;
}
