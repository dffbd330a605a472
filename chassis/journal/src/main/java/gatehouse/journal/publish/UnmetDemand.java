package gatehouse.journal.publish;

import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * A broker that wants a login from a service that has none, which Kafka's own clients cannot tell
 * from one that is away. Says so once a minute; after some patience it counts as a fault, because
 * waiting mends nothing. Not thread-safe.
 */
public final class UnmetDemand {
  private static final Logger LOG = Logger.getLogger(UnmetDemand.class);
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final LoginDemand demand;
  private final Duration patience;
  private boolean isUnmet;
  private long since;
  private long saidAt;

  /** Of that broker; counts once it has gone on for longer than the patience. */
  public UnmetDemand(LoginDemand demand, Duration patience) {
    this.demand = demand;
    this.patience = patience;
  }

  /** The broker has answered. */
  public void met() {
    isUnmet = false;
  }

  /** The broker has not answered: perhaps it wants something first. */
  public void ask() {
    String remedy = demand.remedy();
    if (remedy.isEmpty()) {
      isUnmet = false;
      return;
    }
    long now = System.nanoTime();
    if (!isUnmet || now - saidAt > AGAIN.toNanos()) {
      LOG.errorf("Kafka cannot be used%s", remedy);
      saidAt = now;
    }
    since = isUnmet ? since : now;
    isUnmet = true;
  }

  /** Whether it has gone on for too long. */
  public boolean hasLasted() {
    return isUnmet && System.nanoTime() - since > patience.toNanos();
  }
}
