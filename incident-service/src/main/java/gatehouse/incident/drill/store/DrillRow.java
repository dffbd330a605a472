package gatehouse.incident.drill.store;

import gatehouse.incident.drill.Drill;
import gatehouse.incident.duty.Signature;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@NullUnmarked
@Entity
@Table(name = "drill")
class DrillRow {
  @Id UUID id;

  @Column(updatable = false)
  long epoch;

  @Column(name = "started_by", updatable = false)
  String startedBy;

  @Column(name = "started_at", updatable = false)
  Instant startedAt;

  @Column(name = "ended_by")
  String endedBy;

  @Column(name = "ended_at")
  Instant endedAt;

  @Column(name = "ended_epoch")
  Long endedEpoch;

  @Column(name = "enforced_at")
  Instant enforcedAt;

  Integer gateways;

  static DrillRow of(Drill drill) {
    DrillRow row = new DrillRow();
    row.id = drill.id();
    row.epoch = drill.epoch();
    row.startedBy = drill.started().subject();
    row.startedAt = drill.started().at();
    return row;
  }

  void end(Drill.End end) {
    endedBy = end.by().subject();
    endedAt = end.by().at();
    endedEpoch = end.epoch();
    if (end.enforced() != null) {
      enforcedAt = end.enforced().at();
      gateways = end.enforced().gateways();
    }
  }

  Drill drill() {
    Drill.Enforced enforced = enforcedAt == null ? null : new Drill.Enforced(enforcedAt, gateways);
    return new Drill(
        id,
        epoch,
        new Signature(startedBy, startedAt),
        endedEpoch == null
            ? null
            : new Drill.End(new Signature(endedBy, endedAt), endedEpoch, enforced));
  }
}
