package gatehouse.incident.failover.rest;

import gatehouse.incident.application.FailoverPlan;
import gatehouse.incident.failover.Encounter;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The bodies that keep a fail-over run going. */
final class FailoverRequests {
  private FailoverRequests() {}

  /** Who has taken over. */
  record SwitchRequest(FailoverPlan.@NotNull Mode mode) {}

  /**
   * An encounter in flight.
   *
   * @param encounter the hospital's encounter number
   */
  record EncounterRequest(@NotBlank @Size(max = 100) String encounter) {}

  /** How an encounter went on. */
  record HandleRequest(Encounter.@NotNull EncounterOutcome outcome) {}
}
