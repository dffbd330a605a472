package gatehouse.gateway.release.store;

import gatehouse.gateway.release.ReleaseToken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code gateway.release_token}. */
@Entity
@Table(name = "release_token")
class ReleaseTokenRow {
  @Id UUID id;

  @Column(name = "secret_hash", updatable = false)
  String secretHash;

  @Column(name = "output_id", updatable = false)
  UUID output;

  @Column(name = "content_digest", updatable = false)
  String contentDigest;

  @Column(name = "physician_ref", updatable = false)
  String physicianRef;

  @Column(name = "encounter_ref", updatable = false)
  String encounterRef;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  ReleaseToken.Target target;

  @Column(name = "issued_at", updatable = false)
  Instant issuedAt;

  @Column(name = "expires_at", updatable = false)
  Instant expiresAt;

  @Column(name = "spent_at")
  @Nullable Instant spentAt;

  @Column(name = "voided_at")
  @Nullable Instant voidedAt;

  static ReleaseTokenRow of(ReleaseToken token, String secretHash) {
    ReleaseTokenRow row = new ReleaseTokenRow();
    row.id = token.id();
    row.secretHash = secretHash;
    row.output = token.output();
    row.contentDigest = token.contentDigest();
    row.physicianRef = token.physicianRef();
    row.encounterRef = token.encounterRef();
    row.target = token.target();
    row.issuedAt = token.issuedAt();
    row.expiresAt = token.expiresAt();
    return row;
  }

  ReleaseToken token() {
    return new ReleaseToken(
        id,
        output,
        contentDigest,
        physicianRef,
        encounterRef,
        target,
        issuedAt,
        expiresAt,
        spentAt,
        voidedAt);
  }
}
