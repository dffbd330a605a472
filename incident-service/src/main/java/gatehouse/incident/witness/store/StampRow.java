package gatehouse.incident.witness.store;

import gatehouse.incident.witness.Stamp;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

@NullUnmarked
@Entity
@Table(name = "checkpoint_stamp")
class StampRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  long id;

  String origin;
  long size;
  String token;

  @Column(name = "stamped_at")
  Instant stampedAt;

  static StampRow of(Stamp stamp) {
    StampRow row = new StampRow();
    row.origin = stamp.origin();
    row.size = stamp.size();
    row.token = stamp.token();
    row.stampedAt = stamp.stampedAt();
    return row;
  }

  Stamp stamp() {
    return new Stamp(origin, size, token, stampedAt);
  }
}
