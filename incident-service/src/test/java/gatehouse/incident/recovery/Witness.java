package gatehouse.incident.recovery;

import gatehouse.incident.recovery.StopDesk.Who;
import gatehouse.incident.restart.PanelDecision.Reports;
import gatehouse.incident.stop.StopScope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was accepted and judges from that alone whether a lift was right. Shares no code
 * with the service: it reads G-55 a second time.
 */
final class Witness {
  private static final Set<Who> ENGINEERS = EnumSet.of(Who.ENGINEER, Who.INFO);
  private static final Set<Who> PHYSICIANS = EnumSet.of(Who.SURGEON, Who.RADIOLOGIST);

  private final Map<String, Case> cases = new LinkedHashMap<>();
  private int clock;

  /** What was accepted for one stop since its present evaluation was opened. */
  static final class Case {
    final StopScope scope;
    final Who issuer;
    final int issued;
    @Nullable String recovery;
    @Nullable Set<String> restart;
    @Nullable Set<String> tested;
    boolean checked;
    @Nullable String suiteReport;
    @Nullable String clinicalReport;
    final Set<Reports> agreed = new LinkedHashSet<>();
    final Set<Reports> vetoed = new LinkedHashSet<>();
    @Nullable Who engineer;
    @Nullable Who clinician;
    int firstSignature;
    boolean lifted;

    Case(StopScope scope, Who issuer, int issued) {
      this.scope = scope;
      this.issuer = issuer;
      this.issued = issued;
    }

    void forgetEvaluation() {
      recovery = null;
      restart = null;
      tested = null;
      checked = false;
      suiteReport = null;
      clinicalReport = null;
      forgetSignatures();
    }

    /** What the panel is shown, once both reports are there. */
    @Nullable Reports reports() {
      return suiteReport == null || clinicalReport == null
          ? null
          : new Reports(suiteReport, clinicalReport);
    }

    boolean panelAgreed() {
      Reports shown = reports();
      return shown != null && agreed.contains(shown) && !vetoed.contains(shown);
    }

    boolean panelVetoed() {
      Reports shown = reports();
      return shown != null && vetoed.contains(shown);
    }

    void forgetSignatures() {
      engineer = null;
      clinician = null;
      firstSignature = 0;
    }
  }

  /** A repeated stop has the id of the first and is no second one. */
  void stopped(String stop, Who who, StopScope scope) {
    clock++;
    cases.putIfAbsent(stop, new Case(scope, who, clock));
  }

  void opened(String stop, String recovery) {
    Case file = at(stop);
    file.forgetEvaluation();
    file.recovery = recovery;
  }

  void decided(String stop, Reports reports, boolean approved) {
    (approved ? at(stop).agreed : at(stop).vetoed).add(reports);
  }

  void signed(String stop, Confirmation.Side side, Who who) {
    Case file = at(stop);
    switch (side) {
      case ENGINEERING -> file.engineer = who;
      case CLINICAL -> file.clinician = who;
    }
    // Signing again refreshes one side only: what counts is the older of the two.
    file.firstSignature =
        Math.min(signatures.merge(stop + side, ++clock, Math::max), other(stop, side));
  }

  private final Map<String, Integer> signatures = new LinkedHashMap<>();

  private int other(String stop, Confirmation.Side side) {
    Confirmation.Side opposite =
        side == Confirmation.Side.CLINICAL
            ? Confirmation.Side.ENGINEERING
            : Confirmation.Side.CLINICAL;
    Case file = at(stop);
    boolean given =
        opposite == Confirmation.Side.CLINICAL ? file.clinician != null : file.engineer != null;
    return given ? signatures.getOrDefault(stop + opposite, clock) : clock;
  }

  void lifted(String stop) {
    at(stop).lifted = true;
  }

  /** Whether everything that G-55 asks for was accepted before, by the right people. */
  boolean mayLift(String stop, Who lifter) {
    Case file = at(stop);
    boolean evidence =
        file.recovery != null
            && file.restart != null
            && file.restart.equals(file.tested)
            && file.checked
            && file.panelAgreed();
    boolean signatures =
        file.engineer != null
            && file.clinician != null
            && ENGINEERS.contains(file.engineer)
            && PHYSICIANS.contains(file.clinician);
    boolean independent =
        lifter != file.issuer && EnumSet.of(Who.AFFAIRS, Who.SECOND_AFFAIRS).contains(lifter);
    boolean nothingNew =
        cases.values().stream()
            .noneMatch(c -> c.scope.equals(file.scope) && c.issued > file.firstSignature);
    return !file.lifted && evidence && signatures && independent && nothingNew;
  }

  Set<String> unlifted() {
    Set<String> ids = new LinkedHashSet<>();
    cases.forEach((id, file) -> {
      if (!file.lifted) {
        ids.add(id);
      }
    });
    return ids;
  }

  List<String> stops() {
    return new ArrayList<>(cases.keySet());
  }

  Case at(String stop) {
    Case file = cases.get(stop);
    if (file == null) {
      throw new AssertionError("a stop that nobody issued");
    }
    return file;
  }
}
