package gatehouse.incident.failover.store;

import gatehouse.incident.application.FailoverPlan;
import gatehouse.incident.failover.FailoverRun;
import gatehouse.incident.failover.FailoverState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "failover_run")
class FailoverRow {
  @Id UUID id;
  long version;

  @Column(name = "stop_id", updatable = false)
  UUID stopId;

  @Enumerated(EnumType.STRING)
  FailoverState.FailoverStateName state;

  @Column(name = "triggered_at", updatable = false)
  Instant triggeredAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  FailoverDocument document;

  static FailoverRow of(FailoverRun run) {
    FailoverRow row = new FailoverRow();
    row.id = run.id().value();
    row.stopId = run.stop();
    row.triggeredAt = run.triggeredAt();
    row.take(run);
    return row;
  }

  void take(FailoverRun run) {
    version = run.version();
    state = run.state().name();
    document = new FailoverDocument(run.routes(), mode(run.state()), run.encounters());
  }

  FailoverRun run() {
    return new FailoverRun(
        new FailoverRun.Id(id),
        version,
        stopId,
        document.routes(),
        state(),
        document.encounters(),
        triggeredAt);
  }

  private static FailoverPlan.@Nullable Mode mode(FailoverState state) {
    return switch (state) {
      case FailoverState.EncountersHandled it -> it.mode();
      case FailoverState.Closed it -> it.mode();
      case FailoverState.Triggered _, FailoverState.Switched _, FailoverState.Manual _ -> null;
    };
  }

  private FailoverState state() {
    return switch (state) {
      case TRIGGERED -> new FailoverState.Triggered();
      case SWITCHED -> new FailoverState.Switched();
      case MANUAL -> new FailoverState.Manual();
      case ENCOUNTERS_HANDLED -> new FailoverState.EncountersHandled(mode());
      case CLOSED -> new FailoverState.Closed(mode());
    };
  }

  private FailoverPlan.Mode mode() {
    return Objects.requireNonNull(document.mode(), "mode");
  }
}
