package gatehouse.admission.stop.store;

import gatehouse.admission.stop.StopOrder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "known_stop")
class KnownStopRow {
  @Id
  @Column(name = "stop_id")
  String stopId;

  Long epoch;

  @Enumerated(EnumType.STRING)
  StopOrder.Kind kind;

  String value;
  boolean lifted;

  StopOrder toOrder() {
    return new StopOrder(stopId, epoch, kind, value);
  }
}
