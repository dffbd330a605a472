package gatehouse.admission.evaluation.store;

import jakarta.persistence.Column;
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
@Table(name = "admission_case")
class CaseRow {
  @Id UUID id;
  UUID application;
  String vendor;
  String digest;
  String scenario;
  String state;

  @Column(name = "vetoed_hash")
  @Nullable String vetoedHash;

  long revision;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  CaseDocument document;
}
