package gatehouse.incident.stop.store;

import gatehouse.incident.stop.StopState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Written once; its presence is what lifts. */
@Entity
@Table(name = "stop_lift")
class LiftRow {
  @Id
  @Column(name = "stop_id")
  UUID stopId;

  long epoch;

  @Column(name = "recovery_id")
  UUID recoveryId;

  @Enumerated(EnumType.STRING)
  StopState.Outcome outcome;

  @Column(name = "lifted_by")
  String liftedBy;

  @Column(name = "lifted_at")
  Instant liftedAt;

  StopState.Lifted state() {
    return new StopState.Lifted(recoveryId, outcome, epoch, liftedAt);
  }
}
