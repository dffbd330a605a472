package gatehouse.gateway.standing.rest;

import gatehouse.gateway.standing.OwnerAnswer.Owner;
import gatehouse.gateway.standing.OwnerLeases;
import gatehouse.lease.holder.LeaseState;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready until every owner has lent once: before that this gateway can only refuse. Ready from
 * then on, also without a lease: refusals with the manual route are what callers need then.
 */
@Readiness
class LeasesCheck implements HealthCheck {
  private final OwnerLeases leases;

  LeasesCheck(OwnerLeases leases) {
    this.leases = leases;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("leases");
    boolean ready = true;
    for (Owner owner : Owner.values()) {
      LeaseState state = leases.of(owner).state();
      ready &= !(state instanceof LeaseState.None);
      answer.withData(owner.name(), state.getClass().getSimpleName());
    }
    return answer.status(ready).build();
  }
}
