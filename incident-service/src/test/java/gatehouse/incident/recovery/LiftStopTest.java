package gatehouse.incident.recovery;

import static gatehouse.incident.MemoryHospital.known;
import static gatehouse.incident.recovery.RecoveryResult.Missing;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.incident.MemoryHospital;
import gatehouse.incident.application.Tier;
import gatehouse.incident.duty.Act;
import gatehouse.incident.recovery.RecoveryItem.Finding;
import gatehouse.incident.recovery.RecoveryResult.Done;
import gatehouse.incident.recovery.RecoveryResult.Incomplete;
import gatehouse.incident.restart.PanelDecision;
import gatehouse.incident.restart.PanelDecision.Reports;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopScope;
import gatehouse.incident.stop.StopState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Clause("G-55")
class LiftStopTest {
  private static final String DIGEST = "sha256:" + "a".repeat(64);
  private static final RecoveryItem.Fix FIX = new RecoveryItem.Fix("retrained", Set.of(DIGEST));
  private static final RecoveryItem.SuiteRerun SUITE =
      new RecoveryItem.SuiteRerun(Set.of(DIGEST), "baseline-1", 100, 0, "suite-report");
  private static final RecoveryItem.ClinicalCheck CHECK =
      new RecoveryItem.ClinicalCheck(20, 1, true, "clinical-report");
  private static final Reports REPORTS = new Reports("suite-report", "clinical-report");

  private final MemoryHospital hospital = new MemoryHospital();
  private long lastCase;

  @Test
  void completeRecoveryLifts() {
    Stop stop = stopped();
    complete(stop);

    assertThat(lift(stop)).isInstanceOf(Done.class);
    assertThat(hospital.stops.unlifted()).isEmpty();
  }

  @Test
  void withoutEvaluationEverythingIsMissing() {
    assertThat(lift(stopped()))
        .isEqualTo(
            new Incomplete(
                List.of(
                    Missing.ROOT_CAUSE,
                    Missing.FIX,
                    Missing.SUITE_RERUN,
                    Missing.CLINICAL_CHECK,
                    Missing.ENGINEERING_CONFIRMATION,
                    Missing.CLINICAL_CONFIRMATION)));
  }

  @Test
  void anyOneItemMissingIsEnough() {
    List<RecoveryItem> all = List.of(FIX, SUITE, CHECK);
    for (RecoveryItem left : all) {
      Stop stop = stopped();
      panelSays(stop, true, REPORTS, DIGEST);
      Recovery.Id recovery = open(stop, Finding.FAULT_FOUND);
      all.stream().filter(item -> !item.equals(left)).forEach(item -> put(recovery, item));

      assertThat(sign(recovery, Confirmation.Side.CLINICAL, surgeon()))
          .as("without %s", left)
          .isInstanceOf(Incomplete.class);
      assertThat(lift(stop)).as("without %s", left).isInstanceOf(Incomplete.class);
    }
  }

  @Test
  void oneSignatureIsNotEnough() {
    Stop stop = stopped();
    Recovery.Id recovery = evidence(stop);
    sign(recovery, Confirmation.Side.ENGINEERING, engineer());

    assertThat(lift(stop)).isEqualTo(new Incomplete(List.of(Missing.CLINICAL_CONFIRMATION)));
  }

  @Test
  void nobodySignsForBothSidesOrForAnotherRole() {
    Recovery.Id recovery = evidence(stopped());
    Act both = hospital.act("both", "SEAT_MED_ENGINEERING", "PHYSICIAN");
    sign(recovery, Confirmation.Side.ENGINEERING, both);

    assertThat(sign(recovery, Confirmation.Side.CLINICAL, both))
        .isInstanceOf(RecoveryResult.SamePerson.class);
    assertThat(sign(recovery, Confirmation.Side.CLINICAL, engineer()))
        .isInstanceOf(RecoveryResult.WrongSide.class);
  }

  @Test
  void otherDigestThanTestedDoesNotRestart() {
    Stop stop = stopped();
    Recovery.Id recovery = evidence(stop);
    put(recovery, new RecoveryItem.Fix("another build", Set.of("sha256:" + "b".repeat(64))));

    assertThat(lift(stop)).isInstanceOf(Incomplete.class);
    assertThat(((Incomplete) lift(stop)).missing()).contains(Missing.DIGEST_TESTED);
  }

  @Test
  void admittedVersionMustBeAmongTheTested() {
    hospital.applications.keepIfNewer(known(Tier.HIGH, "sha256:" + "f".repeat(64), 1));
    Stop stop = stopped();
    Recovery.Id recovery = evidence(stop);

    assertThat(sign(recovery, Confirmation.Side.ENGINEERING, engineer()))
        .isEqualTo(new Incomplete(List.of(Missing.RUNNING_DIGEST, Missing.PANEL_EVIDENCE)));
  }

  @Test
  void versionAdmittedAfterTheSignaturesIsSeenAtTheLift() {
    Stop stop = stopped();
    complete(stop);
    hospital.applications.keepIfNewer(known(Tier.HIGH, "sha256:" + "f".repeat(64), 2));

    assertThat(lift(stop))
        .isEqualTo(new Incomplete(List.of(Missing.RUNNING_DIGEST, Missing.PANEL_EVIDENCE)));
  }

  @Test
  @Clause({"G-23", "G-55"})
  void panelAgreesToThisVeryStopOrNotAtAll() {
    Stop stop = stopped();
    Recovery.Id recovery = open(stop, Finding.FAULT_FOUND);
    List.of(FIX, SUITE, CHECK).forEach(item -> put(recovery, item));
    Stop other = hospital.stop(duty(), StopScope.Kind.APPLICATION, "another");
    panelSays(other, true, REPORTS, DIGEST);

    assertThat(sign(recovery, Confirmation.Side.ENGINEERING, engineer()))
        .isEqualTo(new Incomplete(List.of(Missing.PANEL_ROUND)));

    panelSays(stop, true, REPORTS, DIGEST);
    assertThat(sign(recovery, Confirmation.Side.ENGINEERING, engineer())).isInstanceOf(Done.class);
  }

  @Test
  @Clause({"G-23", "G-55"})
  void panelAgreesToTheseReportsAndVersions() {
    hospital.applications.keepIfNewer(known(Tier.HIGH, DIGEST, 1));
    Stop stop = stopped();
    Recovery.Id recovery = open(stop, Finding.FAULT_FOUND);
    List.of(FIX, SUITE, CHECK).forEach(item -> put(recovery, item));
    panelSays(stop, true, new Reports("suite-report", "earlier-report"), DIGEST);
    panelSays(stop, true, REPORTS, "sha256:" + "f".repeat(64));

    assertThat(sign(recovery, Confirmation.Side.ENGINEERING, engineer()))
        .isEqualTo(new Incomplete(List.of(Missing.PANEL_EVIDENCE)));
  }

  @Test
  @Clause({"G-23", "G-55"})
  void vetoOutweighsEveryApprovalOfTheSameReports() {
    Stop stop = stopped();
    complete(stop);
    panelSays(stop, false, REPORTS, DIGEST);

    assertThat(lift(stop)).isEqualTo(new Incomplete(List.of(Missing.PANEL_EVIDENCE)));
  }

  @Test
  void confirmationTellsInWhichCaseThePanelAgreed() {
    complete(stopped());

    assertThat(hospital.events)
        .filteredOn(RecoveryEvent.Confirmed.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            RecoveryEvent.Confirmed.class,
            confirmed -> assertThat(confirmed.panelCase()).isEqualTo(new UUID(3, 1)));
  }

  @Test
  void panelIsNeededOnlyAtHigh() {
    hospital.applications.keepIfNewer(known(Tier.MEDIUM, DIGEST, 1));
    Stop stop = stopped();
    Recovery.Id recovery = open(stop, Finding.FAULT_FOUND);
    List.of(FIX, SUITE, CHECK).forEach(item -> put(recovery, item));
    sign(recovery, Confirmation.Side.ENGINEERING, engineer());
    sign(recovery, Confirmation.Side.CLINICAL, surgeon());

    assertThat(lift(stop)).isInstanceOf(Done.class);
  }

  @Test
  void signaturesOfYesterdayAreGivenAgain() {
    Stop stop = stopped();
    Recovery.Id recovery = complete(stop);
    hospital.now = hospital.now.plus(Duration.ofHours(16));

    assertThat(lift(stop)).isEqualTo(new Incomplete(List.of(Missing.SAME_DAY)));

    sign(recovery, Confirmation.Side.ENGINEERING, engineer());
    sign(recovery, Confirmation.Side.CLINICAL, surgeon());
    assertThat(lift(stop)).isInstanceOf(Done.class);
  }

  @Test
  void newStopOfTheSameAsksForNewSignatures() {
    Stop stop = stopped();
    complete(stop);
    hospital.now = hospital.now.plusSeconds(60);
    Stop newer = stopped();

    assertThat(lift(stop)).isEqualTo(new Incomplete(List.of(Missing.NO_NEWER_STOP)));
    assertThat(hospital.stops.unlifted()).extracting(Stop::id).contains(stop.id(), newer.id());
  }

  @Test
  void liftingOneStopLeavesTheOthers() {
    Stop wide = hospital.stop(duty(), StopScope.Kind.ALL, StopScope.EVERYTHING);
    Stop stop = stopped();
    complete(stop);
    lift(stop);

    assertThat(hospital.stops.unlifted()).extracting(Stop::id).containsExactly(wide.id());
    assertThat(hospital.stops.since(0).covers(known(Tier.LOW, DIGEST, 1))).isTrue();
  }

  @Test
  void neitherIssuerNorConfirmerLifts() {
    Act affairs = hospital.act("affairs", "MEDICAL_AFFAIRS", "PHYSICIAN");
    Stop own = hospital.stop(affairs, StopScope.Kind.APPLICATION, "own");
    complete(own);
    Stop signed = stopped();
    Recovery.Id recovery = evidence(signed);
    sign(recovery, Confirmation.Side.ENGINEERING, engineer());
    sign(recovery, Confirmation.Side.CLINICAL, affairs);

    Incomplete refused = new Incomplete(List.of(Missing.INDEPENDENT_LIFTER));
    assertThat(hospital.liftStop.lift(own.id(), affairs)).isEqualTo(refused);
    assertThat(hospital.liftStop.lift(signed.id(), affairs)).isEqualTo(refused);
  }

  @Test
  void mistakenStopTakesTheSamePath() {
    Stop stop = stopped();
    Recovery.Id recovery = open(stop, Finding.NO_FAULT_FOUND);
    assertThat(lift(stop)).isInstanceOf(Incomplete.class);
    List.of(FIX, SUITE, CHECK).forEach(item -> put(recovery, item));
    panelSays(stop, true, REPORTS, DIGEST);
    sign(recovery, Confirmation.Side.ENGINEERING, engineer());
    sign(recovery, Confirmation.Side.CLINICAL, surgeon());
    lift(stop);

    assertThat(hospital.stops.find(stop.id()).orElseThrow().state())
        .isInstanceOfSatisfying(
            StopState.Lifted.class,
            lifted -> assertThat(lifted.outcome()).isEqualTo(StopState.Outcome.MISTAKE));
  }

  @Test
  void failedItemEndsTheEvaluationAndKeepsTheStop() {
    Stop stop = stopped();
    Recovery.Id recovery = complete(stop);
    put(recovery, new RecoveryItem.SuiteRerun(Set.of(DIGEST), "baseline-1", 100, 1, "report"));

    assertThat(hospital.stops.find(stop.id()).orElseThrow().state())
        .isEqualTo(new StopState.InForce());
    assertThat(hospital.recordItem.put(recovery, SUITE, engineer()))
        .isInstanceOf(RecoveryResult.WrongState.class);
    assertThat(lift(stop)).isInstanceOf(Incomplete.class);
  }

  @Test
  void newItemVoidsTheSignatures() {
    Stop stop = stopped();
    Recovery.Id recovery = complete(stop);
    put(recovery, CHECK);

    assertThat(lift(stop))
        .isEqualTo(
            new Incomplete(
                List.of(Missing.ENGINEERING_CONFIRMATION, Missing.CLINICAL_CONFIRMATION)));
  }

  @Test
  void liftedStopIsOver() {
    Stop stop = stopped();
    complete(stop);
    lift(stop);

    assertThat(lift(stop)).isInstanceOf(RecoveryResult.WrongState.class);
    assertThat(hospital.stops.since(0).lifted()).containsExactly(stop.id());
  }

  private Stop stopped() {
    return hospital.stop(duty(), StopScope.Kind.APPLICATION, "lung-nodule");
  }

  private Recovery.Id open(Stop stop, Finding finding) {
    RecoveryResult result =
        hospital.openRecovery.open(
            stop.id(), new RecoveryItem.RootCause(finding, "cause"), engineer());
    if (result instanceof Done(Recovery recovery, Stop _, List<Missing> _)) {
      return recovery.id();
    }
    throw new AssertionError("not opened: " + result);
  }

  private Recovery.Id evidence(Stop stop) {
    Recovery.Id recovery = open(stop, Finding.FAULT_FOUND);
    List.of(FIX, SUITE, CHECK).forEach(item -> put(recovery, item));
    panelSays(stop, true, REPORTS, DIGEST);
    return recovery;
  }

  private Recovery.Id complete(Stop stop) {
    Recovery.Id recovery = evidence(stop);
    sign(recovery, Confirmation.Side.ENGINEERING, engineer());
    sign(recovery, Confirmation.Side.CLINICAL, surgeon());
    return recovery;
  }

  private void put(Recovery.Id recovery, RecoveryItem item) {
    assertThat(hospital.recordItem.put(recovery, item, engineer())).isInstanceOf(Done.class);
  }

  /** Admission tells how a recovery case of that stop was decided. */
  private void panelSays(Stop stop, boolean approved, Reports reports, String digest) {
    hospital.decisions.keep(
        new PanelDecision(
            new UUID(3, ++lastCase),
            new UUID(4, lastCase),
            stop.id().value(),
            approved,
            Set.of(digest),
            reports));
  }

  private RecoveryResult sign(Recovery.Id recovery, Confirmation.Side side, Act act) {
    return hospital.confirmRecovery.confirm(recovery, side, act);
  }

  private RecoveryResult lift(Stop stop) {
    return hospital.liftStop.lift(stop.id(), hospital.act("feng", "MEDICAL_AFFAIRS"));
  }

  private Act duty() {
    return hospital.act("zheng", "DUTY_MANAGER");
  }

  private Act engineer() {
    return hospital.act("zhang", "SEAT_MED_ENGINEERING");
  }

  private Act surgeon() {
    return hospital.act("wang", "SEAT_CLINICAL");
  }
}
