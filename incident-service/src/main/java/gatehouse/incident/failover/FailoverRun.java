package gatehouse.incident.failover;

import gatehouse.incident.application.FailoverPlan.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One fail-over, opened by one stop (I5).
 *
 * @param version grows with every change
 * @param stop the stop that triggered it
 * @param routes who takes over, at least one
 * @param encounters in flight when the AI stopped
 */
public record FailoverRun(
    Id id,
    long version,
    UUID stop,
    List<Route> routes,
    FailoverState state,
    List<Encounter> encounters,
    Instant triggeredAt) {
  public FailoverRun {
    routes = List.copyOf(routes);
    encounters = List.copyOf(encounters);
    if (routes.isEmpty()) {
      throw new IllegalArgumentException("a fail-over without a route leaves people alone");
    }
  }

  /** A run's id. */
  public record Id(UUID value) {
    public Id {
      Objects.requireNonNull(value, "value");
    }
  }

  /** BACKUP only when a backup takes over for everything that was stopped. */
  public static Mode plannedMode(List<Route> routes) {
    return routes.stream().allMatch(route -> route.mode() == Mode.BACKUP)
        ? Mode.BACKUP
        : Mode.MANUAL;
  }

  public Mode plannedMode() {
    return plannedMode(routes);
  }

  FailoverRun moved(FailoverState next) {
    return new FailoverRun(id, version + 1, stop, routes, next, encounters, triggeredAt);
  }

  FailoverRun withEncounter(Encounter encounter) {
    List<Encounter> more = new ArrayList<>(encounters);
    more.add(encounter);
    return new FailoverRun(id, version + 1, stop, routes, state, more, triggeredAt);
  }

  FailoverRun handled(UUID encounter, Encounter.Handling handling) {
    List<Encounter> changed =
        encounters.stream()
            .map(e -> e.id().equals(encounter) ? new Encounter(e.id(), e.reference(), handling) : e)
            .toList();
    return new FailoverRun(id, version + 1, stop, routes, state, changed, triggeredAt);
  }

  /** How many encounters wait for a person. */
  public long openEncounters() {
    return encounters.stream().filter(Encounter::isOpen).count();
  }
}
