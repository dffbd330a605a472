package gatehouse.consent.application.store;

import gatehouse.consent.application.Admitted;
import gatehouse.consent.application.ApplicationCode;
import gatehouse.consent.application.KnownApplication;
import gatehouse.consent.application.Tier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of an application that was learned. */
@Entity
@Table(name = "application")
@IdClass(ApplicationRow.Key.class)
class ApplicationRow {

  /** An application's id with a version. */
  record Key(String id, long version) implements Serializable {}

  @Id String id;
  @Id long version;
  String code;

  @Enumerated(EnumType.STRING)
  Tier tier;

  @Nullable String product;
  @Nullable String digest;
  @Nullable String vendor;
  @Nullable String department;

  @Column(name = "learned_at")
  Instant learnedAt;

  static ApplicationRow of(KnownApplication known) {
    ApplicationRow row = new ApplicationRow();
    row.id = known.id();
    row.version = known.version();
    row.code = known.code().value();
    row.tier = known.tier();
    row.product = known.admitted().product();
    row.digest = known.admitted().digest();
    row.vendor = known.admitted().vendor();
    row.department = known.admitted().department();
    row.learnedAt = known.learnedAt();
    return row;
  }

  KnownApplication known() {
    Admitted admitted = new Admitted(product, digest, vendor, department);
    return new KnownApplication(id, new ApplicationCode(code), tier, admitted, version, learnedAt);
  }
}
