package gatehouse.admission.stop.store;

import gatehouse.admission.stop.StopOrder;
import gatehouse.admission.stop.Stops;
import gatehouse.admission.stop.UnreadStops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** One row per stop id; both facts about it may come in either order. */
@ApplicationScoped
class SqlStops implements Stops {
  private static final String ISSUE =
      "insert into admission.known_stop (stop_id, epoch, kind, value)"
          + " values (:id, :epoch, :kind, :value)"
          + " on conflict (stop_id) do update"
          + " set epoch = excluded.epoch, kind = excluded.kind, value = excluded.value";
  private static final String LIFT =
      "insert into admission.known_stop (stop_id, lifted) values (:id, true)"
          + " on conflict (stop_id) do update set lifted = true";

  private final EntityManager entities;
  private final UnreadStops unread;

  SqlStops(EntityManager entities, UnreadStops unread) {
    this.entities = entities;
    this.unread = unread;
  }

  @Override
  public void issued(StopOrder order) {
    entities
        .createNativeQuery(ISSUE)
        .setParameter("id", order.stopId())
        .setParameter("epoch", order.epoch())
        .setParameter("kind", order.kind().name())
        .setParameter("value", order.value() == null ? "" : order.value())
        .executeUpdate();
  }

  @Override
  public void lifted(String stopId) {
    entities.createNativeQuery(LIFT).setParameter("id", stopId).executeUpdate();
  }

  @Override
  public List<StopOrder> inForce() {
    if (unread.any()) {
      return List.of(StopOrder.ofEverything());
    }
    return entities
        .createQuery(
            "from KnownStopRow s where s.lifted = false and s.kind is not null", KnownStopRow.class)
        .getResultStream()
        .map(KnownStopRow::toOrder)
        .toList();
  }
}
