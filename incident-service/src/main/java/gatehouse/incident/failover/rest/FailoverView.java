package gatehouse.incident.failover.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import gatehouse.incident.application.FailoverPlan;
import gatehouse.incident.failover.Encounter;
import gatehouse.incident.failover.FailoverRun;
import gatehouse.incident.failover.FailoverState;
import gatehouse.incident.failover.Route;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fail-over run.
 *
 * @param mode what was planned when the stop was issued
 * @param openEncounters how many patients wait for somebody
 */
record FailoverView(
    UUID failoverId,
    UUID stopId,
    FailoverState.FailoverStateName state,
    FailoverPlan.Mode mode,
    List<Route> routes,
    List<EncounterView> encounters,
    long openEncounters,
    Instant triggeredAt) {

  /** An encounter in flight. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EncounterView(
      UUID encounterId,
      String encounter,
      Encounter.@Nullable EncounterOutcome outcome,
      @Nullable Instant handledAt) {

    static EncounterView of(Encounter encounter) {
      Encounter.Handling handling = encounter.handling();
      return new EncounterView(
          encounter.id(),
          encounter.reference(),
          handling == null ? null : handling.outcome(),
          handling == null ? null : handling.by().at());
    }
  }

  static FailoverView of(FailoverRun run) {
    return new FailoverView(
        run.id().value(),
        run.stop(),
        run.state().name(),
        run.plannedMode(),
        run.routes(),
        run.encounters().stream().map(EncounterView::of).toList(),
        run.openEncounters(),
        run.triggeredAt());
  }
}
