package gatehouse.incident;

import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.application.KnownApplications;
import gatehouse.incident.failover.FailoverRun;
import gatehouse.incident.failover.FailoverRuns;
import gatehouse.incident.failover.FailoverState;
import gatehouse.incident.incident.Incident;
import gatehouse.incident.incident.IncidentState;
import gatehouse.incident.incident.Incidents;
import gatehouse.incident.recovery.Recoveries;
import gatehouse.incident.recovery.Recovery;
import gatehouse.incident.restart.PanelDecision;
import gatehouse.incident.restart.PanelDecisions;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopScope;
import gatehouse.incident.stop.StopState;
import gatehouse.incident.stop.Stops;
import gatehouse.incident.stop.StopsInForce;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ports in memory, for tests of the business alone. */
public final class MemoryPorts {
  private MemoryPorts() {}

  /** Applications as a map. */
  public static final class Applications implements KnownApplications {
    private final Map<String, KnownApplication> known = new LinkedHashMap<>();

    @Override
    public Optional<KnownApplication> withCode(String code) {
      return known.values().stream().filter(a -> a.code().equalsIgnoreCase(code)).findFirst();
    }

    @Override
    public List<KnownApplication> all() {
      return List.copyOf(known.values());
    }

    @Override
    public void keepIfNewer(KnownApplication news) {
      known.merge(news.id(), news, (old, next) -> next.version() > old.version() ? next : old);
    }
  }

  /** Stops and lifts as two maps, like the two tables. */
  public static final class StopOrders implements Stops {
    private final Map<Stop.Id, Stop> orders = new LinkedHashMap<>();
    private final Map<Stop.Id, Stop> lifts = new LinkedHashMap<>();
    private final Map<UUID, StopsInForce.Drill> drills = new LinkedHashMap<>();
    private long epoch;

    @Override
    public long lockEpoch() {
      return epoch;
    }

    @Override
    public void add(Stop stop) {
      advanceTo(stop.epoch());
      orders.put(stop.id(), stop);
    }

    @Override
    public void lift(Stop stop, StopState.Lifted lift, String liftedBy) {
      advanceTo(lift.epoch());
      lifts.put(stop.id(), stop);
    }

    @Override
    public void addDrill(StopsInForce.Drill drill) {
      advanceTo(drill.epoch());
      drills.put(drill.id(), drill);
    }

    @Override
    public void endDrill(UUID drill, long epoch) {
      advanceTo(epoch);
      drills.remove(drill);
    }

    @Override
    public void save(Stop stop) {
      orders.replace(stop.id(), stop);
    }

    @Override
    public Optional<Stop> find(Stop.Id id) {
      return Optional.ofNullable(lifts.getOrDefault(id, orders.get(id)));
    }

    @Override
    public Optional<Stop> lock(Stop.Id id) {
      return find(id);
    }

    @Override
    public List<Stop> unlifted() {
      return orders.values().stream().filter(stop -> !lifts.containsKey(stop.id())).toList();
    }

    @Override
    public long newestEpochOn(StopScope scope) {
      return orders.values().stream()
          .filter(stop -> stop.scope().sameAs(scope))
          .mapToLong(Stop::epoch)
          .max()
          .orElse(0);
    }

    @Override
    public StopsInForce since(long since) {
      List<Stop.Id> lifted =
          lifts.values().stream()
              .filter(s -> s.state() instanceof StopState.Lifted l && l.epoch() > since)
              .map(Stop::id)
              .toList();
      return new StopsInForce(epoch, unlifted(), lifted, List.copyOf(drills.values()));
    }

    private void advanceTo(long next) {
      if (next != epoch + 1) {
        throw new IllegalStateException("epoch " + next + " does not follow " + epoch);
      }
      epoch = next;
    }
  }

  /** Recoveries as a map. */
  public static final class RecoveryFiles implements Recoveries {
    private final Map<Recovery.Id, Recovery> files = new LinkedHashMap<>();

    @Override
    public void add(Recovery recovery) {
      files.put(recovery.id(), recovery);
    }

    @Override
    public void save(Recovery recovery) {
      files.replace(recovery.id(), recovery);
    }

    @Override
    public Optional<Recovery> find(Recovery.Id id) {
      return Optional.ofNullable(files.get(id));
    }

    @Override
    public Optional<Stop.Id> stopOf(Recovery.Id id) {
      return find(id).map(Recovery::stop);
    }
  }

  /** The panel's decisions as a map. */
  public static final class Decisions implements PanelDecisions {
    private final Map<UUID, PanelDecision> decisions = new LinkedHashMap<>();

    @Override
    public List<PanelDecision> on(Stop.Id stop) {
      return decisions.values().stream().filter(d -> d.stop().equals(stop.value())).toList();
    }

    @Override
    public void keep(PanelDecision decision) {
      decisions.putIfAbsent(decision.caseId(), decision);
    }
  }

  /** Incidents as a map. */
  public static final class Register implements Incidents {
    private final Map<Incident.Id, Incident> incidents = new LinkedHashMap<>();

    @Override
    public void add(Incident incident) {
      incidents.put(incident.id(), incident);
    }

    @Override
    public Optional<Incident> find(Incident.Id id) {
      return Optional.ofNullable(incidents.get(id));
    }

    @Override
    public Optional<Incident> lock(Incident.Id id) {
      return find(id);
    }

    @Override
    public void save(Incident incident) {
      incidents.replace(incident.id(), incident);
    }

    @Override
    public List<Incident> latest(
        List<IncidentState.IncidentStateName> states, Incident.@Nullable Id before, int limit) {
      return incidents.values().stream()
          .filter(each -> states.isEmpty() || states.contains(each.state().name()))
          .filter(each -> before == null || each.id().value().compareTo(before.value()) < 0)
          .limit(limit)
          .toList();
    }
  }

  /** Fail-over runs as a map. */
  public static final class Runs implements FailoverRuns {
    private final Map<FailoverRun.Id, FailoverRun> runs = new LinkedHashMap<>();

    @Override
    public void add(FailoverRun run) {
      runs.put(run.id(), run);
    }

    @Override
    public Optional<FailoverRun> find(FailoverRun.Id id) {
      return Optional.ofNullable(runs.get(id));
    }

    @Override
    public Optional<FailoverRun> lock(FailoverRun.Id id) {
      return find(id);
    }

    @Override
    public void save(FailoverRun run) {
      runs.replace(run.id(), run);
    }

    @Override
    public List<FailoverRun> open() {
      return runs.values().stream()
          .filter(run -> run.state().name() != FailoverState.FailoverStateName.CLOSED)
          .toList();
    }
  }
}
