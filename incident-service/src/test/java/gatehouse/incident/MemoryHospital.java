package gatehouse.incident;

import gatehouse.incident.application.FailoverPlan;
import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.application.Tier;
import gatehouse.incident.duty.Act;
import gatehouse.incident.duty.Person;
import gatehouse.incident.failover.LookAfterEncounters;
import gatehouse.incident.failover.SwitchOver;
import gatehouse.incident.failover.TriggerFailover;
import gatehouse.incident.incident.ReportDeadlines;
import gatehouse.incident.incident.ReportIncident;
import gatehouse.incident.recovery.ConfirmRecovery;
import gatehouse.incident.recovery.LiftStop;
import gatehouse.incident.recovery.OpenRecovery;
import gatehouse.incident.recovery.RecordItem;
import gatehouse.incident.recovery.RecoverySettings;
import gatehouse.incident.restart.Restarts;
import gatehouse.incident.stop.IssueResult;
import gatehouse.incident.stop.IssueStop;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopOrder;
import gatehouse.incident.stop.StopParts;
import gatehouse.incident.stop.StopReason;
import gatehouse.incident.stop.StopScope;
import gatehouse.web.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The whole business on ports in memory, with a clock that tests turn. */
public final class MemoryHospital {
  public final MemoryPorts.Applications applications = new MemoryPorts.Applications();
  public final MemoryPorts.StopOrders stops = new MemoryPorts.StopOrders();
  public final MemoryPorts.RecoveryFiles recoveries = new MemoryPorts.RecoveryFiles();
  public final MemoryPorts.Decisions decisions = new MemoryPorts.Decisions();
  public final MemoryPorts.Register incidents = new MemoryPorts.Register();
  public final MemoryPorts.Runs runs = new MemoryPorts.Runs();
  public final List<Object> events = new ArrayList<>();

  /** Eight in the morning in Shanghai. */
  public Instant now = Instant.parse("2026-03-02T00:00:00Z");

  private long lastId;
  private final Ids ids = () -> new UUID(7, ++lastId);

  public final ReportIncident reportIncident =
      new ReportIncident(
          incidents,
          (event, _) -> events.add(event),
          new ReportDeadlines(
              Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(5), Duration.ofDays(5)),
          ids);
  public final TriggerFailover triggerFailover =
      new TriggerFailover(
          runs, (event, _) -> events.add(event), StopParts.backups(applications, stops), ids);
  public final SwitchOver switchOver =
      new SwitchOver(runs, (event, _) -> events.add(event), StopParts.backups(applications, stops));
  public final LookAfterEncounters lookAfter =
      new LookAfterEncounters(runs, (event, _) -> events.add(event), ids);
  public final IssueStop issueStop =
      StopParts.issueStop(
          stops, applications, reportIncident, triggerFailover, (event, _) -> events.add(event));
  private final Restarts restarts = new Restarts(applications, decisions);
  public final OpenRecovery openRecovery =
      new OpenRecovery(stops, recoveries, (event, _) -> events.add(event), restarts, ids);
  private final RecoverySettings settings = new RecoverySettings(ZoneId.of("Asia/Shanghai"), 30, 5);
  public final RecordItem recordItem =
      new RecordItem(stops, recoveries, (event, _) -> events.add(event), restarts, settings);
  public final ConfirmRecovery confirmRecovery =
      new ConfirmRecovery(stops, recoveries, (event, _) -> events.add(event), restarts, settings);
  public final LiftStop liftStop =
      new LiftStop(stops, recoveries, (event, _) -> events.add(event), restarts, settings);

  /** Somebody acts now. */
  public Act act(String name, String... roles) {
    return new Act(new Person(name, Set.of(roles), null), roles[0], now);
  }

  /** Somebody of a department acts now. */
  public Act actOf(String department, String name, String role) {
    return new Act(new Person(name, Set.of(role), department), role, now);
  }

  /** An attempt to stop. */
  public IssueResult tryStop(Act act, StopScope.Kind kind, String value) {
    return issueStop.issue(
        new StopOrder(
            new Stop.Id(ids.next()), new StopScope(kind, value), StopReason.WRONG_RESULT, null),
        act);
  }

  /** A stop that must succeed. */
  public Stop stop(Act act, StopScope.Kind kind, String value) {
    return switch (tryStop(act, kind, value)) {
      case IssueResult.Issued(Stop stop, List<String> _) -> stop;
      case IssueResult.Repeated(Stop stop, List<String> _) -> stop;
      case IssueResult.NotAllowed() -> throw new AssertionError("not allowed to stop");
    };
  }

  /** An application that admission tells of: active, of radiology, people as its fail-over. */
  public static KnownApplication known(Tier tier, String digest, long version) {
    return new KnownApplication(
        "a-1",
        "lung-nodule",
        "ACTIVE",
        tier,
        digest,
        "p-1",
        "v-1",
        "RADIOLOGY",
        new FailoverPlan(FailoverPlan.Mode.MANUAL, null, null),
        version);
  }
}
