package gatehouse.admission.application.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "application")
class ApplicationRow {
  @Id UUID id;
  String code;
  String vendor;
  String state;
  long revision;

  @JdbcTypeCode(SqlTypes.JSON)
  String document;
}
