package gatehouse.incident.recovery;

import gatehouse.incident.MemoryHospital;
import gatehouse.incident.duty.Act;
import gatehouse.incident.recovery.RecoveryItem.Finding;
import gatehouse.incident.recovery.RecoveryResult.Done;
import gatehouse.incident.restart.PanelDecision;
import gatehouse.incident.restart.PanelDecision.Reports;
import gatehouse.incident.stop.IssueResult;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The business in memory, with the roles checked as the endpoints' annotations do. */
final class MemoryDesk implements StopDesk {
  private final MemoryHospital hospital = new MemoryHospital();

  @Override
  public Optional<String> stop(Who who, StopScope scope) {
    hospital.now = hospital.now.plusSeconds(1);
    return switch (hospital.tryStop(act(who), scope.kind(), scope.value())) {
      case IssueResult.Issued(Stop stop, List<String> _) -> Optional.of(id(stop));
      case IssueResult.Repeated(Stop stop, List<String> _) -> Optional.of(id(stop));
      case IssueResult.NotAllowed() -> Optional.empty();
    };
  }

  @Override
  public Optional<String> open(Who who, String stop, Finding finding) {
    if (!isEngineer(who)) {
      return Optional.empty();
    }
    RecoveryResult result =
        hospital.openRecovery.open(
            stopId(stop), new RecoveryItem.RootCause(finding, "cause"), act(who));
    return result instanceof Done(Recovery recovery, Stop _, List<RecoveryResult.Missing> _)
        ? Optional.of(recovery.id().value().toString())
        : Optional.empty();
  }

  @Override
  public boolean fix(Who who, String recovery, Set<String> digests) {
    return isEngineer(who) && put(who, recovery, new RecoveryItem.Fix("fix", digests));
  }

  @Override
  public boolean suite(Who who, String recovery, Rerun rerun) {
    return isEngineer(who)
        && put(
            who,
            recovery,
            new RecoveryItem.SuiteRerun(
                rerun.digests(), "b", 100, rerun.failures(), rerun.report()));
  }

  @Override
  public boolean check(Who who, String recovery, boolean acceptable, String report) {
    return isPhysician(who)
        && put(who, recovery, new RecoveryItem.ClinicalCheck(5, 0, acceptable, report));
  }

  @Override
  public void decided(String stop, Reports reports, boolean approved) {
    hospital.decisions.keep(
        new PanelDecision(
            UUID.randomUUID(),
            UUID.randomUUID(),
            stopId(stop).value(),
            approved,
            Set.of(),
            reports));
  }

  @Override
  public boolean sign(Who who, String recovery, Confirmation.Side side) {
    return hospital.confirmRecovery.confirm(recoveryId(recovery), side, act(who)) instanceof Done;
  }

  @Override
  public boolean lift(Who who, String stop) {
    return (who == Who.AFFAIRS || who == Who.SECOND_AFFAIRS)
        && hospital.liftStop.lift(stopId(stop), act(who)) instanceof Done;
  }

  @Override
  public Set<String> inForce() {
    return hospital.stops.since(0).inForce().stream()
        .map(MemoryDesk::id)
        .collect(Collectors.toSet());
  }

  private boolean put(Who who, String recovery, RecoveryItem item) {
    return hospital.recordItem.put(recoveryId(recovery), item, act(who)) instanceof Done;
  }

  private Act act(Who who) {
    String name = who.name();
    return switch (who) {
      case DUTY -> hospital.act(name, "DUTY_MANAGER");
      case AFFAIRS, SECOND_AFFAIRS -> hospital.act(name, "MEDICAL_AFFAIRS");
      case ENGINEER -> hospital.act(name, "SEAT_MED_ENGINEERING");
      case INFO -> hospital.act(name, "SEAT_INFO_CENTRE");
      case SURGEON -> hospital.actOf("SURGERY", name, "SEAT_CLINICAL");
      case RADIOLOGIST -> hospital.actOf("RADIOLOGY", name, "PHYSICIAN");
      case SECRETARY -> hospital.act(name, "ADMISSION_SECRETARY");
    };
  }

  private static boolean isEngineer(Who who) {
    return who == Who.ENGINEER || who == Who.INFO;
  }

  private static boolean isPhysician(Who who) {
    return who == Who.SURGEON || who == Who.RADIOLOGIST;
  }

  private static String id(Stop stop) {
    return stop.id().value().toString();
  }

  private static Stop.Id stopId(String id) {
    return new Stop.Id(UUID.fromString(id));
  }

  private static Recovery.Id recoveryId(String id) {
    return new Recovery.Id(UUID.fromString(id));
  }
}
