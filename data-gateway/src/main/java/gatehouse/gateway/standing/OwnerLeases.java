package gatehouse.gateway.standing;

import gatehouse.clauses.Clause;
import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.lease.Fact;
import gatehouse.lease.Grant;
import gatehouse.lease.holder.HeldLease;
import gatehouse.lease.holder.LeaseState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * This gateway's leases, one of each owner. While one lives, every fact of that owner's that denies
 * is applied here up to the lease's version; while it does not, nothing of that owner's counts.
 */
@ApplicationScoped
@Clause({"G-02", "G-51", "E-11"})
public class OwnerLeases {
  private static final double NANOS = 1e9;

  private final Map<Owner, HeldLease> leases = new EnumMap<>(Owner.class);
  private final StopCopy stops;
  private final List<FactListener> forgetting = new CopyOnWriteArrayList<>();
  private final List<FactListener> ending = new CopyOnWriteArrayList<>();

  public OwnerLeases(StopCopy stops, MeterRegistry meters) {
    this.stops = stops;
    for (Owner owner : Owner.values()) {
      HeldLease lease = new HeldLease(System::nanoTime, grant -> apply(owner, grant));
      leases.put(owner, lease);
      Gauge.builder("gatehouse.lease.left", lease, OwnerLeases::secondsLeft)
          .description("time that the lease of this owner still lives; 0 or less: it does not")
          .baseUnit("seconds")
          .tag("owner", owner.name())
          .register(meters);
    }
  }

  /** Hears of facts before the lease that carries them counts. */
  @FunctionalInterface
  public interface FactListener {
    /**
     * Applies them.
     *
     * @param grant complete: whatever is kept of this owner's is to be dropped
     */
    void apply(Owner owner, Grant grant);
  }

  /** The lease of one owner. */
  public HeldLease of(Owner owner) {
    HeldLease lease = leases.get(owner);
    if (lease == null) {
      throw new IllegalStateException("every owner has a lease");
    }
    return lease;
  }

  /** Whether this owner's facts count at this moment. */
  public boolean isLive(Owner owner) {
    return of(owner).isLive();
  }

  /** What is kept is dropped first: a call that begins afterwards finds nothing that is old. */
  public void onForgetting(FactListener listener) {
    forgetting.add(listener);
  }

  /** What runs on an old answer is ended last: a call that began before has its answer ended. */
  public void onEnding(FactListener listener) {
    ending.add(listener);
  }

  private void apply(Owner owner, Grant grant) {
    if (owner == Owner.INCIDENT) {
      applyStops(grant);
    }
    forgetting.forEach(listener -> listener.apply(owner, grant));
    ending.forEach(listener -> listener.apply(owner, grant));
  }

  /** Incident-service always tells all that is stopped. */
  private void applyStops(Grant grant) {
    if (grant.complete()) {
      stops.refresh(
          new StopsInForce(
              grant.version(), grant.facts().stream().map(OwnerLeases::order).toList()));
    } else if (grant.facts().isEmpty()) {
      stops.confirm();
    } else {
      throw new IllegalArgumentException("a lease on the stops tells some of them only");
    }
  }

  private static StopOrder order(Fact fact) {
    Map<String, String> details = fact.details();
    String zh = details.get("manualRouteZh");
    return new StopOrder(
        fact.key(),
        fact.version(),
        ApplicationFacts.known(StopOrder.Kind.class, details.get("kind")),
        details.getOrDefault("value", ""),
        zh == null ? null : new ManualRoute(zh, details.getOrDefault("manualRouteEn", zh)));
  }

  private static double secondsLeft(HeldLease lease) {
    return switch (lease.state()) {
      case LeaseState.None _ -> Double.NaN;
      case LeaseState.Live live -> (live.endsAt() - System.nanoTime()) / NANOS;
      case LeaseState.RanOut ended -> (ended.endedAt() - System.nanoTime()) / NANOS;
    };
  }
}
