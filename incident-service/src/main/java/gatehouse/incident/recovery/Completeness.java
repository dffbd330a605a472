package gatehouse.incident.recovery;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.Act;
import gatehouse.incident.recovery.RecoveryResult.Missing;
import gatehouse.incident.restart.PanelDecision.Reports;
import gatehouse.incident.restart.Restart;
import gatehouse.incident.stop.Stop;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of G-55, each a function that names what it misses. Copies of other services' facts
 * only ever add to what is missing.
 */
@Clause("G-55")
final class Completeness {
  private Completeness() {}

  /** What is missing before anybody has opened an evaluation. */
  static List<Missing> nothingOnFile() {
    return List.copyOf(
        EnumSet.of(
            Missing.ROOT_CAUSE,
            Missing.FIX,
            Missing.SUITE_RERUN,
            Missing.CLINICAL_CHECK,
            Missing.ENGINEERING_CONFIRMATION,
            Missing.CLINICAL_CONFIRMATION));
  }

  /** What is missing when an evaluation has just begun: no evidence could be too small yet. */
  static List<Missing> onOpening(Recovery opened, Restart restart) {
    return beforeSigning(opened, restart, new RecoverySettings.Least(1, 1));
  }

  /** What is missing before anybody may sign. */
  static List<Missing> beforeSigning(
      Recovery recovery, Restart restart, RecoverySettings.Least least) {
    List<Missing> missing = new ArrayList<>();
    RecoveryItems items = recovery.items();
    addUnless(missing, passed(items.fix()), Missing.FIX);
    addUnless(missing, passed(items.suite()), Missing.SUITE_RERUN);
    addUnless(missing, hasCases(items, least.cases()), Missing.SUITE_CASES);
    addUnless(missing, testedIsWhatRestarts(items), Missing.DIGEST_TESTED);
    addUnless(missing, whatWouldRunWasTested(items, restart), Missing.RUNNING_DIGEST);
    addUnless(missing, passed(items.clinicalCheck()), Missing.CLINICAL_CHECK);
    addUnless(missing, hasSamples(items, least.samples()), Missing.CLINICAL_SAMPLES);
    if (restart.needsPanel()) {
      addUnless(missing, restart.panelAgreedToSome(), Missing.PANEL_ROUND);
      addUnless(missing, panelAgreedToThis(items, restart), Missing.PANEL_EVIDENCE);
    }
    return missing;
  }

  /** What is missing before the stop may be lifted. */
  static List<Missing> beforeLift(Recovery recovery, Stop stop, Restart restart, Lift lift) {
    List<Missing> missing = beforeSigning(recovery, restart, lift.least());
    missing.addAll(unsigned(recovery));
    addUnless(missing, signedTheDayItIsLifted(recovery, lift), Missing.SAME_DAY);
    addUnless(missing, signedAfterTheLastStop(recovery, lift), Missing.NO_NEWER_STOP);
    addUnless(missing, lifterIsIndependent(recovery, stop, lift), Missing.INDEPENDENT_LIFTER);
    return missing;
  }

  /** The sides that have not signed these items. */
  static List<Missing> unsigned(Recovery recovery) {
    return Arrays.stream(Confirmation.Side.values())
        .filter(side -> recovery.confirmation(side).isEmpty())
        .map(Completeness::signatureOf)
        .toList();
  }

  /**
   * The circumstances of a lift.
   *
   * @param zone where the hospital's day begins
   * @param newestEpoch of all stops on the same scope
   * @param least how much evidence it takes
   */
  record Lift(Act act, ZoneId zone, long newestEpoch, RecoverySettings.Least least) {}

  private static boolean passed(RecoveryItems.@Nullable Filed<?> filed) {
    return filed != null && filed.item().passed();
  }

  private static boolean hasCases(RecoveryItems items, int least) {
    return items.suite() == null || items.suite().item().cases() >= least;
  }

  private static boolean hasSamples(RecoveryItems items, int least) {
    return items.clinicalCheck() == null || items.clinicalCheck().item().samples() >= least;
  }

  private static boolean testedIsWhatRestarts(RecoveryItems items) {
    return items.fix() == null
        || items.suite() == null
        || items.fix().item().digests().equals(items.suite().item().digests());
  }

  /**
   * A faulty version must not start again because another one was tested: what the gateway would
   * let run is what admission admitted.
   */
  private static boolean whatWouldRunWasTested(RecoveryItems items, Restart restart) {
    return items.suite() == null || items.suite().item().digests().containsAll(restart.digests());
  }

  /** One gap is named once: who never asked the panel, or has no reports yet, knows already. */
  private static boolean panelAgreedToThis(RecoveryItems items, Restart restart) {
    Reports reports = items.reports();
    return reports == null
        || !restart.panelAgreedToSome()
        || restart.agreementOn(reports).isPresent();
  }

  private static boolean signedTheDayItIsLifted(Recovery recovery, Lift lift) {
    return recovery.confirmations().stream()
        .map(confirmation -> confirmation.by().at().atZone(lift.zone()).toLocalDate())
        .allMatch(lift.act().at().atZone(lift.zone()).toLocalDate()::equals);
  }

  private static boolean signedAfterTheLastStop(Recovery recovery, Lift lift) {
    return recovery.confirmations().stream()
        .allMatch(confirmation -> confirmation.newestEpoch() >= lift.newestEpoch());
  }

  private static boolean lifterIsIndependent(Recovery recovery, Stop stop, Lift lift) {
    String lifter = lift.act().by().subject();
    return !lifter.equals(stop.issued().subject())
        && recovery.confirmations().stream()
            .noneMatch(confirmation -> confirmation.by().subject().equals(lifter));
  }

  private static Missing signatureOf(Confirmation.Side side) {
    return switch (side) {
      case ENGINEERING -> Missing.ENGINEERING_CONFIRMATION;
      case CLINICAL -> Missing.CLINICAL_CONFIRMATION;
    };
  }

  private static void addUnless(List<Missing> missing, boolean there, Missing what) {
    if (!there) {
      missing.add(what);
    }
  }
}
