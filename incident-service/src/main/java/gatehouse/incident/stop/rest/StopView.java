package gatehouse.incident.stop.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopReason;
import gatehouse.incident.stop.StopScope;
import gatehouse.incident.stop.StopState;
import gatehouse.lease.owner.EnforcementView;
import gatehouse.web.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stop for people.
 *
 * @param covered applications we know it covers; only in the answer to the stop itself. An empty
 *     list means that nobody has told us of any
 * @param enforcement ACCEPTED, and ENFORCED once no gateway can let it run any more; UNCONFIRMED
 *     when that takes too long, with the gateways that are missing
 * @param warning words on what whoever stops may not expect: that nothing known is covered, that
 *     the stop is not confirmed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StopView(
    UUID stopId,
    long epoch,
    StopScope scope,
    StopReason reasonCode,
    StopState.StopStateName state,
    ManualRoute manualRoute,
    Instant issuedAt,
    EnforcementView enforcement,
    UUID incidentId,
    UUID failoverId,
    @Nullable UUID recoveryId,
    @Nullable List<String> covered,
    @Nullable Reason warning) {

  static StopView of(
      Stop stop,
      EnforcementView enforcement,
      @Nullable List<String> covered,
      @Nullable Reason warning) {
    return new StopView(
        stop.id().value(),
        stop.epoch(),
        stop.scope(),
        stop.reason(),
        stop.state().name(),
        stop.manualRoute(),
        stop.issued().at(),
        enforcement,
        stop.incident().value(),
        stop.failover().value(),
        stop.recovery(),
        covered,
        warning);
  }
}
