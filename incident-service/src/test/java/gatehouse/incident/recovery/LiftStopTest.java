package gatehouse.incident.recovery;

import static gatehouse.incident.MemoryHospital.known;
import static gatehouse.incident.recovery.RecoveryResult.Missing;
import static gatehouse.incident.recovery.RecoveryWalk.CHECK;
import static gatehouse.incident.recovery.RecoveryWalk.DIGEST;
import static gatehouse.incident.recovery.RecoveryWalk.FIX;
import static gatehouse.incident.recovery.RecoveryWalk.REPORTS;
import static gatehouse.incident.recovery.RecoveryWalk.SUITE;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.clauses.Clause;
import gatehouse.incident.application.Tier;
import gatehouse.incident.duty.Act;
import gatehouse.incident.recovery.RecoveryItem.Finding;
import gatehouse.incident.recovery.RecoveryResult.Done;
import gatehouse.incident.recovery.RecoveryResult.Incomplete;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.StopScope;
import gatehouse.incident.stop.StopState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a lift needs, who gives it, and what ends it. */
@Clause("G-55")
class LiftStopTest {
  private final RecoveryWalk walk = new RecoveryWalk();

  @Test
  void completeRecoveryLifts() {
    Stop stop = walk.stopped();
    walk.complete(stop);

    assertThat(walk.lift(stop)).isInstanceOf(Done.class);
    assertThat(walk.hospital.stops.unlifted()).isEmpty();
  }

  @Test
  void withoutEvaluationEverythingIsMissing() {
    assertThat(walk.lift(walk.stopped()))
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
      Stop stop = walk.stopped();
      walk.panelSays(stop, true, REPORTS, DIGEST);
      Recovery.Id recovery = walk.open(stop, Finding.FAULT_FOUND);
      all.stream().filter(item -> !item.equals(left)).forEach(item -> walk.put(recovery, item));

      assertThat(walk.sign(recovery, Confirmation.Side.CLINICAL, walk.surgeon()))
          .as("without %s", left)
          .isInstanceOf(Incomplete.class);
      assertThat(walk.lift(stop)).as("without %s", left).isInstanceOf(Incomplete.class);
    }
  }

  @Test
  void oneSignatureIsNotEnough() {
    Stop stop = walk.stopped();
    Recovery.Id recovery = walk.evidence(stop);
    walk.sign(recovery, Confirmation.Side.ENGINEERING, walk.engineer());

    assertThat(walk.lift(stop)).isEqualTo(new Incomplete(List.of(Missing.CLINICAL_CONFIRMATION)));
  }

  @Test
  void nobodySignsForBothSidesOrForAnotherRole() {
    Recovery.Id recovery = walk.evidence(walk.stopped());
    Act both = walk.hospital.act("both", "SEAT_MED_ENGINEERING", "PHYSICIAN");
    walk.sign(recovery, Confirmation.Side.ENGINEERING, both);

    assertThat(walk.sign(recovery, Confirmation.Side.CLINICAL, both))
        .isInstanceOf(RecoveryResult.SamePerson.class);
    assertThat(walk.sign(recovery, Confirmation.Side.CLINICAL, walk.engineer()))
        .isInstanceOf(RecoveryResult.WrongSide.class);
  }

  @Test
  void signaturesOfYesterdayAreGivenAgain() {
    Stop stop = walk.stopped();
    Recovery.Id recovery = walk.complete(stop);
    walk.hospital.now = walk.hospital.now.plus(Duration.ofHours(16));

    assertThat(walk.lift(stop)).isEqualTo(new Incomplete(List.of(Missing.SAME_DAY)));

    walk.sign(recovery, Confirmation.Side.ENGINEERING, walk.engineer());
    walk.sign(recovery, Confirmation.Side.CLINICAL, walk.surgeon());
    assertThat(walk.lift(stop)).isInstanceOf(Done.class);
  }

  @Test
  void newStopOfTheSameAsksForNewSignatures() {
    Stop stop = walk.stopped();
    walk.complete(stop);
    walk.hospital.now = walk.hospital.now.plusSeconds(60);
    Stop newer = walk.stopped();

    assertThat(walk.lift(stop)).isEqualTo(new Incomplete(List.of(Missing.NO_NEWER_STOP)));
    assertThat(walk.hospital.stops.unlifted()).extracting(Stop::id).contains(stop.id(), newer.id());
  }

  @Test
  void liftingOneStopLeavesTheOthers() {
    Stop wide = walk.hospital.stop(walk.duty(), StopScope.Kind.ALL, StopScope.EVERYTHING);
    Stop stop = walk.stopped();
    walk.complete(stop);
    walk.lift(stop);

    assertThat(walk.hospital.stops.unlifted()).extracting(Stop::id).containsExactly(wide.id());
    assertThat(walk.hospital.stops.since(0).covers(known(Tier.LOW, DIGEST, 1))).isTrue();
  }

  @Test
  void neitherIssuerNorConfirmerLifts() {
    Act affairs = walk.hospital.act("affairs", "MEDICAL_AFFAIRS", "PHYSICIAN");
    Stop own = walk.hospital.stop(affairs, StopScope.Kind.APPLICATION, "own");
    walk.complete(own);
    Stop signed = walk.stopped();
    Recovery.Id recovery = walk.evidence(signed);
    walk.sign(recovery, Confirmation.Side.ENGINEERING, walk.engineer());
    walk.sign(recovery, Confirmation.Side.CLINICAL, affairs);

    Incomplete refused = new Incomplete(List.of(Missing.INDEPENDENT_LIFTER));
    assertThat(walk.hospital.liftStop.lift(own.id(), affairs)).isEqualTo(refused);
    assertThat(walk.hospital.liftStop.lift(signed.id(), affairs)).isEqualTo(refused);
  }

  @Test
  void mistakenStopTakesTheSamePath() {
    Stop stop = walk.stopped();
    Recovery.Id recovery = walk.open(stop, Finding.NO_FAULT_FOUND);
    assertThat(walk.lift(stop)).isInstanceOf(Incomplete.class);
    walk.putAll(recovery);
    walk.panelSays(stop, true, REPORTS, DIGEST);
    walk.sign(recovery, Confirmation.Side.ENGINEERING, walk.engineer());
    walk.sign(recovery, Confirmation.Side.CLINICAL, walk.surgeon());
    walk.lift(stop);

    assertThat(walk.hospital.stops.find(stop.id()).orElseThrow().state())
        .isInstanceOfSatisfying(
            StopState.Lifted.class,
            lifted -> assertThat(lifted.outcome()).isEqualTo(StopState.Outcome.MISTAKE));
  }

  @Test
  void failedItemEndsTheEvaluationAndKeepsTheStop() {
    Stop stop = walk.stopped();
    Recovery.Id recovery = walk.complete(stop);
    walk.put(recovery, new RecoveryItem.SuiteRerun(Set.of(DIGEST), "baseline-1", 100, 1, "report"));

    assertThat(walk.hospital.stops.find(stop.id()).orElseThrow().state())
        .isEqualTo(new StopState.InForce());
    assertThat(walk.hospital.recordItem.put(recovery, SUITE, walk.engineer()))
        .isInstanceOf(RecoveryResult.WrongState.class);
    assertThat(walk.lift(stop)).isInstanceOf(Incomplete.class);
  }

  @Test
  void newItemVoidsTheSignatures() {
    Stop stop = walk.stopped();
    Recovery.Id recovery = walk.complete(stop);
    walk.put(recovery, CHECK);

    assertThat(walk.lift(stop))
        .isEqualTo(
            new Incomplete(
                List.of(Missing.ENGINEERING_CONFIRMATION, Missing.CLINICAL_CONFIRMATION)));
  }

  @Test
  void liftedStopIsOver() {
    Stop stop = walk.stopped();
    walk.complete(stop);
    walk.lift(stop);

    assertThat(walk.lift(stop)).isInstanceOf(RecoveryResult.WrongState.class);
    assertThat(walk.hospital.stops.since(0).lifted()).containsExactly(stop.id());
  }
}
