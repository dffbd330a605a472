package gatehouse.admission.filing.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
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
  @Mutability(Immutability.class)
  FilingDocument document;
}
