package gatehouse.incident.stop;

import gatehouse.clauses.Clause;
import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.application.KnownApplications;
import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.duty.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * Stops. One transaction: the order, its epoch, its incident, its fail-over run and the journal
 * entries are there together or not at all.
 */
@ApplicationScoped
public class IssueStop {
  private final Stops stops;
  private final KnownApplications applications;
  private final StopConsequences consequences;
  private final StopEvents events;
  private final StopSettings settings;

  public IssueStop(
      Stops stops,
      KnownApplications applications,
      StopConsequences consequences,
      StopEvents events,
      StopSettings settings) {
    this.stops = stops;
    this.applications = applications;
    this.consequences = consequences;
    this.events = events;
    this.settings = settings;
  }

  @Transactional
  @Clause({"G-51", "G-53"})
  public IssueResult issue(StopOrder order, Act act) {
    List<KnownApplication> covered = order.scope().among(applications.all());
    if (!settings.authority().allows(act.by(), order.scope(), covered)) {
      return new IssueResult.NotAllowed();
    }
    StopOrder spelled = spelledAsAdmitted(order, covered);
    List<String> codes = covered.stream().map(KnownApplication::code).toList();
    long epoch = stops.lockEpoch() + 1;
    Optional<Stop> first = firstOf(spelled, act);
    if (first.isPresent()) {
      return new IssueResult.Repeated(first.get(), codes);
    }
    Stop stop = inForce(spelled, epoch, covered, act);
    stops.add(stop);
    events.append(new StopEvent.Issued(stop), act);
    return new IssueResult.Issued(stop, codes);
  }

  private Stop inForce(StopOrder order, long epoch, List<KnownApplication> covered, Act act) {
    ManualRoute route = manualRoute(order.scope(), covered);
    StopConsequences.Opened opened = consequences.open(order, covered, route, act);
    return new Stop(
        order.id(),
        epoch,
        order.scope(),
        order.reason(),
        order.note(),
        route,
        act.signature(),
        opened.incident(),
        opened.failover(),
        new StopState.InForce());
  }

  /** Enforcement points compare codes: they get admission's spelling, not the typist's. */
  private static StopOrder spelledAsAdmitted(StopOrder order, List<KnownApplication> covered) {
    return order.scope().kind() == StopScope.Kind.APPLICATION && !covered.isEmpty()
        ? order.on(new StopScope(StopScope.Kind.APPLICATION, covered.getFirst().code()))
        : order;
  }

  /** The application's own; a stop of more than one has none that fits all. */
  private ManualRoute manualRoute(StopScope scope, List<KnownApplication> covered) {
    if (scope.kind() != StopScope.Kind.APPLICATION || covered.isEmpty()) {
      return settings.defaultRoute();
    }
    ManualRoute own = covered.getFirst().failover().manualRoute();
    return own == null ? settings.defaultRoute() : own;
  }

  /** A second press of the same button, by the same person, before anybody acted on the first. */
  private Optional<Stop> firstOf(StopOrder order, Act act) {
    return stops.unlifted().stream()
        .filter(stop -> stop.recovery() == null)
        .filter(stop -> stop.scope().sameAs(order.scope()) && stop.reason() == order.reason())
        .filter(stop -> stop.issued().subject().equals(act.by().subject()))
        .filter(stop -> !stop.issued().at().plus(settings.repeatWindow()).isBefore(act.at()))
        .findFirst();
  }
}
