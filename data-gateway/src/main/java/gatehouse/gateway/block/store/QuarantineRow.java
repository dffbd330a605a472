package gatehouse.gateway.block.store;

import gatehouse.gateway.block.Quarantines.Quarantine;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code gateway.quarantine}. */
@Entity
@Table(name = "quarantine")
class QuarantineRow {
  @Id UUID id;

  @Column(updatable = false)
  String client;

  @Column(name = "by_ref", updatable = false)
  String byRef;

  @Column(name = "began_at", updatable = false)
  Instant beganAt;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  static QuarantineRow of(Quarantine quarantine) {
    QuarantineRow row = new QuarantineRow();
    row.id = quarantine.id();
    row.client = quarantine.client();
    row.byRef = quarantine.byRef();
    row.beganAt = quarantine.beganAt();
    row.endedAt = quarantine.endedAt();
    return row;
  }

  Quarantine quarantine() {
    return new Quarantine(id, client, byRef, beganAt, endedAt);
  }
}
