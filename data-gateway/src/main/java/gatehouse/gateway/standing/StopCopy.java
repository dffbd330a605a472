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
 * The stops this gateway knows of: those of the owner's lease, and those that an event told of
 * earlier. An event can only add; what the owner tells is the whole truth up to its version.
 */
@ApplicationScoped
@Clause("G-51")
public class StopCopy {
  private static final StopOrder EVERYTHING =
      new StopOrder("unreadable", 0, StopOrder.Kind.ALL, "*", null);

  private final Map<String, StopOrder> orders = new HashMap<>();
  private final Set<String> doubts = new HashSet<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long epoch = -1;

  /** Tells whenever something may have become stopped; the listener must not block. */
  public void onDenial(Runnable listener) {
    listeners.add(listener);
  }

  /** Takes over the owner's whole truth; one older than what was seen already only adds. */
  public void refresh(StopsInForce answer) {
    synchronized (this) {
      doubts.clear();
      if (answer.epoch() >= epoch) {
        epoch = answer.epoch();
        // What an event told of that the owner's answer could not contain stays.
        orders.values().removeIf(order -> order.epoch() <= epoch);
      }
      answer.orders().forEach(order -> orders.put(order.id(), order));
    }
    listeners.forEach(Runnable::run);
  }

  /** The owner says that nothing has changed since its last answer. */
  public synchronized void confirm() {
    doubts.clear();
  }

  /** An event says that a stop was issued; one that the owner's answer had to contain is old. */
  public void issued(StopOrder order) {
    synchronized (this) {
      if (order.epoch() > epoch) {
        orders.put(order.id(), order);
      }
    }
    listeners.forEach(Runnable::run);
  }

  /**
   * An event said something about a stop that nobody here can read: everything counts as stopped
   * until the owner is heard.
   */
  public void doubt(String stopId) {
    synchronized (this) {
      doubts.add(stopId);
    }
    listeners.forEach(Runnable::run);
  }

  /** All stops that this gateway knows of. */
  public synchronized List<StopOrder> inForce() {
    return List.copyOf(orders.values());
  }

  /** Whether a stop covers what was made by an application; in doubt it does. */
  public synchronized boolean covers(StopOrder.Made made) {
    return !doubts.isEmpty() || orders.values().stream().anyMatch(order -> order.covers(made));
  }

  /** The stops that cover the application. */
  public synchronized List<StopOrder> covering(
      String application, @Nullable ApplicationFacts facts) {
    if (!doubts.isEmpty()) {
      return List.of(EVERYTHING);
    }
    return orders.values().stream().filter(order -> order.covers(application, facts)).toList();
  }
}
