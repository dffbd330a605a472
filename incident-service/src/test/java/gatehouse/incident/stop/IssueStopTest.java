package gatehouse.incident.stop;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.incident.MemoryHospital;
import gatehouse.incident.application.FailoverPlan;
import gatehouse.incident.application.FailoverPlan.Mode;
import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.application.ManualRoute;
import gatehouse.incident.application.Tier;
import gatehouse.incident.duty.Act;
import gatehouse.incident.failover.FailoverResult;
import gatehouse.incident.failover.FailoverRun;
import gatehouse.incident.failover.FailoverState;
import gatehouse.incident.incident.Category;
import gatehouse.incident.stop.StopScope.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IssueStopTest {
  private final MemoryHospital hospital = new MemoryHospital();

  @Test
  @Clause({"G-51", "G-49"})
  void everyStopHasAnIncidentAndAFailoverRun() {
    know("reader", "RADIOLOGY", "ACTIVE", null);
    for (Kind kind : Kind.values()) {
      Stop stop = hospital.stop(duty(), kind, "reader");

      assertThat(hospital.incidents.find(stop.incident()).orElseThrow().category())
          .isEqualTo(Category.PROCESS_INTERRUPTION);
      assertThat(run(stop).stop()).isEqualTo(stop.id().value());
    }
  }

  @Test
  void clinicianStopsTheOwnDepartmentsApplicationOnly() {
    know("reader", "RADIOLOGY", "ACTIVE", null);

    assertThat(tryStop(nurseOf("RADIOLOGY"), Kind.APPLICATION, "reader")).isTrue();
    assertThat(tryStop(nurseOf("SURGERY"), Kind.APPLICATION, "reader")).isFalse();
  }

  @Test
  @Clause("G-51")
  void inDoubtStoppingIsAllowed() {
    know("reader", null, "ACTIVE", null);
    know("planner", "SURGERY", "ACTIVE", null);

    assertThat(tryStop(nurseOf("RADIOLOGY"), Kind.APPLICATION, "nobody-knows-it")).isTrue();
    assertThat(tryStop(nurseOf("RADIOLOGY"), Kind.APPLICATION, "reader")).isTrue();
    assertThat(tryStop(hospital.act("nurse", "NURSE"), Kind.APPLICATION, "planner")).isTrue();
  }

  @Test
  @Clause("G-51")
  void aDigestStopsOneVersionOfAProduct() {
    StopScope scope = new StopScope(Kind.PRODUCT, "SHA256:AB");

    assertThat(scope.covers(MemoryHospital.known(Tier.HIGH, "sha256:ab", 1))).isTrue();
    assertThat(scope.covers(MemoryHospital.known(Tier.HIGH, "sha256:cd", 2))).isFalse();
    assertThat(new StopScope(Kind.PRODUCT, "p-1").covers(MemoryHospital.known(Tier.HIGH, "x", 3)))
        .isTrue();
  }

  @Test
  void clinicianStopsNothingWider() {
    for (Kind kind : List.of(Kind.ALL, Kind.VENDOR, Kind.DEPARTMENT, Kind.PRODUCT)) {
      assertThat(tryStop(nurseOf("RADIOLOGY"), kind, "RADIOLOGY")).isFalse();
    }
    assertThat(hospital.stops.lockEpoch()).isZero();
    assertThat(hospital.events).isEmpty();
  }

  @Test
  void codeIsSpelledAsAdmissionSpellsIt() {
    know("Lung-Nodule", "RADIOLOGY", "ACTIVE", null);

    assertThat(hospital.stop(duty(), Kind.APPLICATION, " lung-nodule ").scope().value())
        .isEqualTo("Lung-Nodule");
    assertThat(hospital.stop(duty(), Kind.APPLICATION, "id-Lung-Nodule").scope().value())
        .isEqualTo("Lung-Nodule");
  }

  @Test
  @Clause("G-53")
  void manualRouteIsTheApplicationsOwnOrTheHospitals() {
    know("reader", "RADIOLOGY", "ACTIVE", null);

    assertThat(hospital.stop(duty(), Kind.APPLICATION, "reader").manualRoute().en())
        .isEqualTo("route of reader");
    assertThat(hospital.stop(duty(), Kind.VENDOR, "v-1").manualRoute().en())
        .isEqualTo("read the images yourself");
    assertThat(hospital.stop(duty(), Kind.APPLICATION, "unknown").manualRoute().en())
        .isEqualTo("read the images yourself");
  }

  @Test
  void secondPressIsTheSameStopUntilTheWindowIsOver() {
    Stop first = hospital.stop(duty(), Kind.APPLICATION, "reader");
    hospital.now = hospital.now.plusSeconds(10);
    assertThat(hospital.stop(duty(), Kind.APPLICATION, "Reader").id()).isEqualTo(first.id());

    hospital.now = hospital.now.plusSeconds(1);
    assertThat(hospital.stop(duty(), Kind.APPLICATION, "reader").id()).isNotEqualTo(first.id());
    assertThat(hospital.stops.unlifted()).extracting(Stop::epoch).containsExactly(1L, 2L);
  }

  @Test
  @Clause("G-52")
  void activeBackupTakesOver() {
    know("reader", "RADIOLOGY", "ACTIVE", "backup");
    know("backup", "RADIOLOGY", "ACTIVE", null);

    FailoverRun run = run(hospital.stop(duty(), Kind.APPLICATION, "reader"));

    assertThat(run.state()).isEqualTo(new FailoverState.Triggered());
    assertThat(run.plannedMode()).isEqualTo(Mode.BACKUP);
  }

  @Test
  @Clause({"G-52", "G-53"})
  void backupThatCannotWorkLeavesTheManualRoute() {
    know("reader", "RADIOLOGY", "ACTIVE", "backup");
    know("backup", "RADIOLOGY", "SUSPENDED", null);
    assertThat(run(hospital.stop(duty(), Kind.APPLICATION, "reader")).state())
        .isEqualTo(new FailoverState.Manual());

    know("planner", "SURGERY", "ACTIVE", "spare");
    know("spare", "SURGERY", "ACTIVE", null);
    assertThat(run(hospital.stop(duty(), Kind.DEPARTMENT, "SURGERY")).state())
        .as("the same stop covers the backup")
        .isEqualTo(new FailoverState.Manual());
  }

  @Test
  @Clause("G-52")
  void backupStoppedMeanwhileDoesNotTakeOver() {
    know("reader", "RADIOLOGY", "ACTIVE", "backup");
    know("backup", "RADIOLOGY", "ACTIVE", null);
    Stop stop = hospital.stop(duty(), Kind.APPLICATION, "reader");
    hospital.stop(duty(), Kind.APPLICATION, "backup");

    assertThat(hospital.switchOver.toBackup(stop.failover(), duty()))
        .isEqualTo(new FailoverResult.BackupNotUsable());
  }

  private FailoverRun run(Stop stop) {
    return hospital.runs.find(stop.failover()).orElseThrow();
  }

  private boolean tryStop(Act act, Kind kind, String value) {
    return !(hospital.tryStop(act, kind, value) instanceof IssueResult.NotAllowed);
  }

  private Act duty() {
    return hospital.act("zheng", "DUTY_MANAGER");
  }

  private Act nurseOf(String department) {
    return hospital.actOf(department, "zhou", "NURSE");
  }

  private void know(
      String code, @Nullable String department, String status, @Nullable String backup) {
    hospital.applications.keepIfNewer(
        new KnownApplication(
            "id-" + code,
            code,
            status,
            Tier.HIGH,
            null,
            "p-1",
            "v-1",
            department,
            new FailoverPlan(
                backup == null ? Mode.MANUAL : Mode.BACKUP,
                backup,
                new ManualRoute("人工", "route of " + code)),
            1));
  }
}
