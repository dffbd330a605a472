package gatehouse.incident.call.store;

import gatehouse.incident.call.Call;
import gatehouse.incident.call.Missing;
import gatehouse.incident.stop.Stop;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

@NullUnmarked
@Entity
@Table(name = "stop_call")
@IdClass(CallRow.Key.class)
class CallRow {

  /** A stop with a rung of the call tree. */
  record Key(UUID stopId, int rung) implements Serializable {}

  @Id
  @Column(name = "stop_id")
  UUID stopId;

  @Id int rung;
  long epoch;
  String role;

  @Column(name = "called_at")
  Instant calledAt;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Missing.Gateway> missing;

  static CallRow of(Call call) {
    CallRow row = new CallRow();
    row.stopId = call.stop().value();
    row.rung = call.rung();
    row.epoch = call.epoch();
    row.role = call.role();
    row.calledAt = call.at();
    row.missing = call.missing();
    return row;
  }

  Call call() {
    return new Call(new Stop.Id(stopId), epoch, rung, role, calledAt, missing);
  }
}
