package gatehouse.admission.filing.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "filing")
class FilingRow {
  @Id UUID id;
  UUID application;
  String state;
  @Nullable String number;
  long revision;

  @JdbcTypeCode(SqlTypes.JSON)
  String document;
}
