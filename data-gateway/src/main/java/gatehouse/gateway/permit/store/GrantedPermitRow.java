package gatehouse.gateway.permit.store;

import gatehouse.gateway.permit.GrantedPermits.Granted;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code gateway.granted_permit}. */
@Entity
@Table(name = "granted_permit")
class GrantedPermitRow {
  @Id UUID id;
  String client;
  String application;

  @Column(name = "application_id")
  @Nullable String applicationId;

  @Column(name = "product_digest")
  @Nullable String productDigest;

  @Nullable String product;
  @Nullable String vendor;
  @Nullable String department;

  @Column(name = "subject_ref")
  @Nullable String subjectRef;

  @Column(name = "encounter_ref")
  @Nullable String encounterRef;

  @Column(name = "user_ref")
  @Nullable String userRef;

  @Column(name = "decided_at")
  Instant decidedAt;

  static GrantedPermitRow of(Granted granted) {
    GrantedPermitRow row = new GrantedPermitRow();
    row.id = granted.id();
    row.client = granted.client();
    row.application = granted.application();
    row.applicationId = granted.applicationId();
    row.productDigest = granted.productDigest();
    row.product = granted.product();
    row.vendor = granted.vendor();
    row.department = granted.department();
    row.subjectRef = granted.subjectRef();
    row.encounterRef = granted.encounterRef();
    row.userRef = granted.userRef();
    row.decidedAt = granted.decidedAt();
    return row;
  }

  Granted granted() {
    return new Granted(
        id,
        client,
        application,
        applicationId,
        productDigest,
        product,
        vendor,
        department,
        subjectRef,
        encounterRef,
        userRef,
        decidedAt);
  }
}
