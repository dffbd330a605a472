package gatehouse.gateway.supervision.store;

import gatehouse.gateway.supervision.Supervision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code gateway.supervision}. */
@Entity
@Table(name = "supervision")
class SupervisionRow {
  @Id UUID id;

  @Column(updatable = false)
  String application;

  @Column(name = "encounter_ref", updatable = false)
  String encounterRef;

  @Column(name = "physician_ref", updatable = false)
  String physicianRef;

  @Column(name = "started_at", updatable = false)
  Instant startedAt;

  @Column(name = "last_beat_at")
  Instant lastBeatAt;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  static SupervisionRow of(Supervision supervision) {
    SupervisionRow row = new SupervisionRow();
    row.id = supervision.id();
    row.application = supervision.application();
    row.encounterRef = supervision.encounterRef();
    row.physicianRef = supervision.physicianRef();
    row.startedAt = supervision.startedAt();
    row.take(supervision);
    return row;
  }

  void take(Supervision supervision) {
    lastBeatAt = supervision.lastBeatAt();
    endedAt = supervision.endedAt();
  }

  Supervision supervision() {
    return new Supervision(
        id, application, encounterRef, physicianRef, startedAt, lastBeatAt, endedAt);
  }
}
