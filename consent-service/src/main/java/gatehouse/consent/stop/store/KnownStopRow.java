package gatehouse.consent.stop.store;

import gatehouse.consent.stop.StopOrder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stop, or a lifting that came before its stop and has no scope. */
@Entity
@Table(name = "known_stop")
class KnownStopRow {
  @Id
  @Column(name = "stop_id")
  String stopId;

  Long epoch;

  @Enumerated(EnumType.STRING)
  StopOrder.Kind kind;

  @Nullable String value;

  @Column(name = "learned_at")
  Instant learnedAt;

  @Column(name = "lifted_at")
  @Nullable Instant liftedAt;

  StopOrder toOrder() {
    return new StopOrder(stopId, epoch, kind, value);
  }
}
