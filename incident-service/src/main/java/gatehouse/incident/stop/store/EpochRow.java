package gatehouse.incident.stop.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row whose lock orders stops and lifts. */
@Entity
@Table(name = "stop_epoch")
class EpochRow {
  @Id
  @Column(name = "only_row")
  boolean onlyRow;

  long epoch;
}
