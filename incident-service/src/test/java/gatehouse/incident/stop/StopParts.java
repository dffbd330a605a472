package gatehouse.incident.stop;

import gatehouse.incident.application.KnownApplications;
import gatehouse.incident.failover.Backups;
import gatehouse.incident.failover.TriggerFailover;
import gatehouse.incident.incident.ReportIncident;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Puts the stop's package-private parts together for tests of other packages. */
public final class StopParts {
  private StopParts() {}

  public static Backups backups(KnownApplications applications, Stops stops) {
    return new UnstoppedBackups(applications, stops);
  }

  public static IssueStop issueStop(
      Stops stops,
      KnownApplications applications,
      ReportIncident reportIncident,
      TriggerFailover triggerFailover,
      StopEvents events) {
    return new IssueStop(
        stops,
        applications,
        new StopConsequences(reportIncident, triggerFailover),
        events,
        new StopSettings(Duration.ofSeconds(10), "人工阅片", "read the images yourself", authority()));
  }

  private static StopAuthority authority() {
    Map<String, String> listed = new HashMap<>();
    for (StopScope.Kind kind : StopScope.Kind.values()) {
      listed.put(kind.name().toLowerCase(Locale.ROOT), "DUTY_MANAGER, MEDICAL_AFFAIRS");
    }
    listed.put("own-department", "PHYSICIAN,NURSE");
    return new StopAuthority(listed);
  }
}
