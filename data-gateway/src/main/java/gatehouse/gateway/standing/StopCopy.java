package gatehouse.gateway.standing;

import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The stops this gateway has heard of, from the owner's answers and from its events, in whatever
 * order they come. It can deny at once; only the owner's own answer can take a stop away for good.
 */
@ApplicationScoped
@Clause("G-51")
public class StopCopy {
  private final Map<String, StopOrder> orders = new HashMap<>();
  private final Set<String> lifted = new HashSet<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long epoch = -1;

  /** Tells whenever something may have become stopped; the listener must not block. */
  public void onDenial(Runnable listener) {
    listeners.add(listener);
  }

  /** Takes over a complete answer of the owner; an answer older than one already seen only adds. */
  public void refresh(StopsInForce answer) {
    synchronized (this) {
      if (answer.epoch() >= epoch) {
        epoch = answer.epoch();
        // What was issued after the answer was made stays.
        orders.values().removeIf(order -> order.epoch() <= epoch);
      }
      answer.orders().forEach(this::keep);
    }
    listeners.forEach(Runnable::run);
  }

  /** A stop was issued. One that is known to be lifted does not come back by a late event. */
  public void issued(StopOrder order) {
    keep(order);
    listeners.forEach(Runnable::run);
  }

  private synchronized void keep(StopOrder order) {
    if (!lifted.contains(order.id())) {
      orders.put(order.id(), order);
    }
  }

  /** A stop was lifted; said even when its issue was never heard of. */
  public synchronized void lifted(String stopId) {
    lifted.add(stopId);
    orders.remove(stopId);
  }

  /**
   * Something was said about a stop that nobody here can read: everything counts as stopped until
   * the owner's next answer, which takes orders of so old an epoch away.
   */
  public synchronized void doubt(String stopId) {
    issued(new StopOrder(stopId, 0, StopOrder.Kind.ALL, "*", null));
  }

  /** The stops that cover the application. */
  public synchronized List<StopOrder> covering(
      String application, @Nullable ApplicationFacts facts) {
    return orders.values().stream().filter(order -> order.covers(application, facts)).toList();
  }

  /** Whether the owner's answer has been loaded since the start. */
  public synchronized boolean isLoaded() {
    return epoch >= 0;
  }

  /** The newest epoch of the owner that was seen; 0 before the first. */
  public synchronized long epoch() {
    return Math.max(0, epoch);
  }
}
