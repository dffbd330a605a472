package gatehouse.incident.recovery;

import static gatehouse.incident.recovery.RecoveryResult.Missing;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.incident.MemoryHospital;
import gatehouse.incident.duty.Act;
import gatehouse.incident.recovery.RecoveryItem.Finding;
import gatehouse.incident.recovery.RecoveryResult.Done;
import gatehouse.incident.restart.PanelDecision;
import gatehouse.incident.restart.PanelDecision.Reports;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopScope;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A stop on its way back: evidence, the panel's word, two signatures, and the lift. */
final class RecoveryWalk {
  static final String DIGEST = "sha256:" + "a".repeat(64);
  static final RecoveryItem.Fix FIX = new RecoveryItem.Fix("retrained", Set.of(DIGEST));
  static final RecoveryItem.SuiteRerun SUITE =
      new RecoveryItem.SuiteRerun(Set.of(DIGEST), "baseline-1", 100, 0, "suite-report");
  static final RecoveryItem.ClinicalCheck CHECK =
      new RecoveryItem.ClinicalCheck(20, 1, true, "clinical-report");
  static final Reports REPORTS = new Reports("suite-report", "clinical-report");

  final MemoryHospital hospital = new MemoryHospital();
  private long lastCase;

  Stop stopped() {
    return hospital.stop(duty(), StopScope.Kind.APPLICATION, "lung-nodule");
  }

  Recovery.Id open(Stop stop, Finding finding) {
    RecoveryResult result =
        hospital.openRecovery.open(
            stop.id(), new RecoveryItem.RootCause(finding, "cause"), engineer());
    if (result instanceof Done(Recovery recovery, Stop _, List<Missing> _)) {
      return recovery.id();
    }
    throw new AssertionError("not opened: " + result);
  }

  /** All that the evaluation of this stop needs. */
  void putAll(Recovery.Id recovery) {
    List.of(FIX, SUITE, CHECK).forEach(item -> put(recovery, item));
  }

  Recovery.Id evidence(Stop stop) {
    Recovery.Id recovery = open(stop, Finding.FAULT_FOUND);
    putAll(recovery);
    panelSays(stop, true, REPORTS, DIGEST);
    return recovery;
  }

  Recovery.Id complete(Stop stop) {
    Recovery.Id recovery = evidence(stop);
    sign(recovery, Confirmation.Side.ENGINEERING, engineer());
    sign(recovery, Confirmation.Side.CLINICAL, surgeon());
    return recovery;
  }

  void put(Recovery.Id recovery, RecoveryItem item) {
    assertThat(hospital.recordItem.put(recovery, item, engineer())).isInstanceOf(Done.class);
  }

  /** Admission tells how a recovery case of that stop was decided. */
  void panelSays(Stop stop, boolean approved, Reports reports, String digest) {
    hospital.decisions.keep(
        new PanelDecision(
            new UUID(3, ++lastCase),
            new UUID(4, lastCase),
            stop.id().value(),
            approved,
            Set.of(digest),
            reports));
  }

  RecoveryResult sign(Recovery.Id recovery, Confirmation.Side side, Act act) {
    return hospital.confirmRecovery.confirm(recovery, side, act);
  }

  RecoveryResult lift(Stop stop) {
    return hospital.liftStop.lift(stop.id(), hospital.act("feng", "MEDICAL_AFFAIRS"));
  }

  Act duty() {
    return hospital.act("zheng", "DUTY_MANAGER");
  }

  Act engineer() {
    return hospital.act("zhang", "SEAT_MED_ENGINEERING");
  }

  Act surgeon() {
    return hospital.act("wang", "SEAT_CLINICAL");
  }
}
