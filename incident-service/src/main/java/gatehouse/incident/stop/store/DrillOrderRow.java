package gatehouse.incident.stop.store;

import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.stop.StopsInForce;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** What gateways apply while a drill runs. */
@NullUnmarked
@Entity
@Table(name = "stop_drill")
class DrillOrderRow {
  @Id UUID id;

  @Column(updatable = false)
  long epoch;

  @Column(updatable = false)
  String application;

  @Column(name = "route_zh", updatable = false)
  String routeZh;

  @Column(name = "route_en", updatable = false)
  String routeEn;

  @Column(name = "started_at", updatable = false)
  Instant startedAt;

  @Column(name = "ended_epoch")
  Long endedEpoch;

  static DrillOrderRow of(StopsInForce.Drill drill) {
    DrillOrderRow row = new DrillOrderRow();
    row.id = drill.id();
    row.epoch = drill.epoch();
    row.application = drill.application();
    row.routeZh = drill.manualRoute().zh();
    row.routeEn = drill.manualRoute().en();
    row.startedAt = drill.startedAt();
    return row;
  }

  StopsInForce.Drill drill() {
    return new StopsInForce.Drill(
        id, epoch, application, new ManualRoute(routeZh, routeEn), startedAt);
  }
}
