package gatehouse.incident.recovery;

import static gatehouse.incident.MemoryHospital.known;
import static gatehouse.incident.recovery.RecoveryResult.Missing;
import static gatehouse.incident.recovery.RecoveryWalk.DIGEST;
import static gatehouse.incident.recovery.RecoveryWalk.REPORTS;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.incident.application.Tier;
import gatehouse.incident.recovery.RecoveryItem.Finding;
import gatehouse.incident.recovery.RecoveryResult.Done;
import gatehouse.incident.recovery.RecoveryResult.Incomplete;
import gatehouse.incident.restart.PanelDecision.Reports;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopScope;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which version comes back, and that the panel agreed to that one. */
@Clause("G-55")
class RestartedVersionTest {
  private final RecoveryWalk walk = new RecoveryWalk();

  @Test
  void otherDigestThanTestedDoesNotRestart() {
    Stop stop = walk.stopped();
    Recovery.Id recovery = walk.evidence(stop);
    walk.put(recovery, new RecoveryItem.Fix("another build", Set.of("sha256:" + "b".repeat(64))));

    assertThat(walk.lift(stop)).isInstanceOf(Incomplete.class);
    assertThat(((Incomplete) walk.lift(stop)).missing()).contains(Missing.DIGEST_TESTED);
  }

  @Test
  void admittedVersionMustBeAmongTheTested() {
    walk.hospital.applications.keepIfNewer(known(Tier.HIGH, "sha256:" + "f".repeat(64), 1));
    Stop stop = walk.stopped();
    Recovery.Id recovery = walk.evidence(stop);

    assertThat(walk.sign(recovery, Confirmation.Side.ENGINEERING, walk.engineer()))
        .isEqualTo(new Incomplete(List.of(Missing.RUNNING_DIGEST, Missing.PANEL_EVIDENCE)));
  }

  @Test
  void versionAdmittedAfterTheSignaturesIsSeenAtTheLift() {
    Stop stop = walk.stopped();
    walk.complete(stop);
    walk.hospital.applications.keepIfNewer(known(Tier.HIGH, "sha256:" + "f".repeat(64), 2));

    assertThat(walk.lift(stop))
        .isEqualTo(new Incomplete(List.of(Missing.RUNNING_DIGEST, Missing.PANEL_EVIDENCE)));
  }

  @Test
  @Clause({"G-23", "G-55"})
  void panelAgreesToThisVeryStopOrNotAtAll() {
    Stop stop = walk.stopped();
    Recovery.Id recovery = walk.open(stop, Finding.FAULT_FOUND);
    walk.putAll(recovery);
    Stop other = walk.hospital.stop(walk.duty(), StopScope.Kind.APPLICATION, "another");
    walk.panelSays(other, true, REPORTS, DIGEST);

    assertThat(walk.sign(recovery, Confirmation.Side.ENGINEERING, walk.engineer()))
        .isEqualTo(new Incomplete(List.of(Missing.PANEL_ROUND)));

    walk.panelSays(stop, true, REPORTS, DIGEST);
    assertThat(walk.sign(recovery, Confirmation.Side.ENGINEERING, walk.engineer()))
        .isInstanceOf(Done.class);
  }

  @Test
  @Clause({"G-23", "G-55"})
  void panelAgreesToTheseReportsAndVersions() {
    walk.hospital.applications.keepIfNewer(known(Tier.HIGH, DIGEST, 1));
    Stop stop = walk.stopped();
    Recovery.Id recovery = walk.open(stop, Finding.FAULT_FOUND);
    walk.putAll(recovery);
    walk.panelSays(stop, true, new Reports("suite-report", "earlier-report"), DIGEST);
    walk.panelSays(stop, true, REPORTS, "sha256:" + "f".repeat(64));

    assertThat(walk.sign(recovery, Confirmation.Side.ENGINEERING, walk.engineer()))
        .isEqualTo(new Incomplete(List.of(Missing.PANEL_EVIDENCE)));
  }

  @Test
  @Clause({"G-23", "G-55"})
  void vetoOutweighsEveryApprovalOfTheSameReports() {
    Stop stop = walk.stopped();
    walk.complete(stop);
    walk.panelSays(stop, false, REPORTS, DIGEST);

    assertThat(walk.lift(stop)).isEqualTo(new Incomplete(List.of(Missing.PANEL_EVIDENCE)));
  }

  @Test
  void confirmationTellsInWhichCaseThePanelAgreed() {
    walk.complete(walk.stopped());

    assertThat(walk.hospital.events)
        .filteredOn(RecoveryEvent.Confirmed.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            RecoveryEvent.Confirmed.class,
            confirmed -> assertThat(confirmed.panelCase()).isEqualTo(new UUID(3, 1)));
  }

  @Test
  void panelIsNeededOnlyAtHigh() {
    walk.hospital.applications.keepIfNewer(known(Tier.MEDIUM, DIGEST, 1));
    Stop stop = walk.stopped();
    Recovery.Id recovery = walk.open(stop, Finding.FAULT_FOUND);
    walk.putAll(recovery);
    walk.sign(recovery, Confirmation.Side.ENGINEERING, walk.engineer());
    walk.sign(recovery, Confirmation.Side.CLINICAL, walk.surgeon());

    assertThat(walk.lift(stop)).isInstanceOf(Done.class);
  }
}
