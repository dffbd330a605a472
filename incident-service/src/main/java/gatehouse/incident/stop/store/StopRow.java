package gatehouse.incident.stop.store;

import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.duty.Signature;
import gatehouse.incident.failover.FailoverRun;
import gatehouse.incident.incident.Incident;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopReason;
import gatehouse.incident.stop.StopScope;
import gatehouse.incident.stop.StopState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was ordered (never updated) and where it stands while it is in force. */
@Entity
@Table(name = "stop_order")
class StopRow {
  @Id UUID id;

  @Column(updatable = false)
  long epoch;

  @Enumerated(EnumType.STRING)
  @Column(name = "scope_kind", updatable = false)
  StopScope.Kind scopeKind;

  @Column(name = "scope_value", updatable = false)
  String scopeValue;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  StopReason reason;

  @Column(updatable = false)
  String note;

  @Column(name = "route_zh", updatable = false)
  String routeZh;

  @Column(name = "route_en", updatable = false)
  String routeEn;

  @Column(name = "issued_by", updatable = false)
  String issuedBy;

  @Column(name = "issued_at", updatable = false)
  Instant issuedAt;

  @Column(name = "incident_id", updatable = false)
  UUID incidentId;

  @Column(name = "failover_id", updatable = false)
  UUID failoverId;

  @Enumerated(EnumType.STRING)
  StopState.StopStateName standing;

  @Column(name = "recovery_id")
  UUID recoveryId;

  static StopRow of(Stop stop) {
    StopRow row = new StopRow();
    row.id = stop.id().value();
    row.epoch = stop.epoch();
    row.scopeKind = stop.scope().kind();
    row.scopeValue = stop.scope().value();
    row.reason = stop.reason();
    row.note = stop.note();
    row.routeZh = stop.manualRoute().zh();
    row.routeEn = stop.manualRoute().en();
    row.issuedBy = stop.issued().subject();
    row.issuedAt = stop.issued().at();
    row.incidentId = stop.incident().value();
    row.failoverId = stop.failover().value();
    row.stand(stop);
    return row;
  }

  void stand(Stop stop) {
    standing = stop.state().name();
    recoveryId = stop.recovery();
  }

  /** The order; with a lift beside it, it is lifted whatever this row says. */
  Stop stop(@Nullable LiftRow lift) {
    return new Stop(
        new Stop.Id(id),
        epoch,
        new StopScope(scopeKind, scopeValue),
        reason,
        note,
        new ManualRoute(routeZh, routeEn),
        new Signature(issuedBy, issuedAt),
        new Incident.Id(incidentId),
        new FailoverRun.Id(failoverId),
        lift == null ? standing() : lift.state());
  }

  private StopState standing() {
    return switch (standing) {
      case IN_FORCE -> new StopState.InForce();
      case RE_EVALUATING -> new StopState.ReEvaluating(recoveryId);
      case RECOVERY_CONFIRMED -> new StopState.RecoveryConfirmed(recoveryId);
      // The table refuses this value. Should it appear, the order is in force: only a lift lifts.
      case LIFTED -> new StopState.InForce();
    };
  }
}
