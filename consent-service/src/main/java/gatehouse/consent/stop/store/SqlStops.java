package gatehouse.consent.stop.store;

import gatehouse.consent.stop.StopOrder;
import gatehouse.consent.stop.Stops;
import gatehouse.consent.stop.UnreadStops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** One row per stop id; both facts about it may come in either order, and the first time stays. */
@ApplicationScoped
class SqlStops implements Stops {
  private static final String ISSUE =
      "insert into {h-schema}known_stop (stop_id, epoch, kind, value, learned_at)"
          + " values (:id, :epoch, :kind, :value, :now)"
          + " on conflict (stop_id) do update"
          + " set epoch = excluded.epoch, kind = excluded.kind, value = excluded.value,"
          + " learned_at = coalesce(known_stop.learned_at, excluded.learned_at)";
  private static final String LIFT =
      "insert into {h-schema}known_stop (stop_id, lifted_at) values (:id, :now)"
          + " on conflict (stop_id) do update"
          + " set lifted_at = coalesce(known_stop.lifted_at, excluded.lifted_at)";

  private final EntityManager entities;
  private final UnreadStops unread;
  private final Clock clock;

  SqlStops(EntityManager entities, UnreadStops unread, Clock clock) {
    this.entities = entities;
    this.unread = unread;
    this.clock = clock;
  }

  @Override
  public void issued(StopOrder order) {
    entities
        .createNativeQuery(ISSUE)
        .setParameter("id", order.stopId())
        .setParameter("epoch", order.epoch())
        .setParameter("kind", order.kind().name())
        .setParameter("value", order.value() == null ? "" : order.value())
        .setParameter("now", Instant.now(clock))
        .executeUpdate();
  }

  @Override
  public void lifted(String stopId) {
    entities
        .createNativeQuery(LIFT)
        .setParameter("id", stopId)
        .setParameter("now", Instant.now(clock))
        .executeUpdate();
  }

  @Override
  public List<StopOrder> inForce() {
    if (unread.any()) {
      return List.of(StopOrder.ofEverything());
    }
    return entities
        .createQuery(
            "from KnownStopRow s where s.liftedAt is null and s.kind is not null",
            KnownStopRow.class)
        .getResultStream()
        .map(KnownStopRow::toOrder)
        .toList();
  }

  @Override
  public List<StopOrder> knownAt(Instant time) {
    return entities
        .createQuery(
            "from KnownStopRow s where s.learnedAt <= :time"
                + " and (s.liftedAt is null or s.liftedAt > :time)",
            KnownStopRow.class)
        .setParameter("time", time)
        .getResultStream()
        .map(KnownStopRow::toOrder)
        .toList();
  }
}
