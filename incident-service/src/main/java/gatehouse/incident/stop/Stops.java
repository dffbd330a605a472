package gatehouse.incident.stop;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stop orders. None is ever removed, and a lift is a record of its own beside the order. */
public interface Stops {
  /**
   * The epoch of the last stop or lift, its row locked until the transaction ends: whoever holds
   * the lock is the only one who can stop or lift. Without a commit the epoch stays as it was, so
   * that there are no gaps.
   */
  long lockEpoch();

  /** Keeps a new order; its epoch must be the locked one plus one. */
  void add(Stop stop);

  /** Keeps the lift of an order; its epoch must be the locked one plus one. */
  void lift(Stop stop, StopState.Lifted lift, String liftedBy);

  /** Keeps a drill; its epoch must be the locked one plus one. */
  void addDrill(StopsInForce.Drill drill);

  /** Keeps that a drill is over; the epoch must be the locked one plus one. */
  void endDrill(UUID drill, long epoch);

  /** Keeps the state of an order that stays in force. */
  void save(Stop stop);

  Optional<Stop> find(Stop.Id id);

  /** The order, locked until the transaction ends. */
  Optional<Stop> lock(Stop.Id id);

  /** Every order without a lift, oldest first. */
  List<Stop> unlifted();

  /**
   * The greatest epoch of an order with exactly this scope, lifted or not; 0 when there is none.
   */
  long newestEpochOn(StopScope scope);

  /** What an enforcement point asks, as of one moment. */
  StopsInForce since(long epoch);
}
