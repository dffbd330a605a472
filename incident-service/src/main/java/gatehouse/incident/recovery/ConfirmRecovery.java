package gatehouse.incident.recovery;

import gatehouse.clauses.Clause;
import gatehouse.incident.duty.Act;
import gatehouse.incident.duty.Roles;
import gatehouse.incident.recovery.RecoveryResult.Done;
import gatehouse.incident.recovery.RecoveryResult.Incomplete;
import gatehouse.incident.recovery.RecoveryResult.Missing;
import gatehouse.incident.recovery.RecoveryResult.SamePerson;
import gatehouse.incident.recovery.RecoveryResult.Unknown;
import gatehouse.incident.recovery.RecoveryResult.WrongSide;
import gatehouse.incident.recovery.RecoveryResult.WrongState;
import gatehouse.incident.restart.PanelDecision;
import gatehouse.incident.restart.PanelDecision.Reports;
import gatehouse.incident.restart.Restarts;
import gatehouse.incident.stop.Stop;
import gatehouse.incident.stop.Stops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One side signs a complete evaluation; with the second side the recovery is confirmed. */
@ApplicationScoped
public class ConfirmRecovery {
  private final Stops stops;
  private final Recoveries recoveries;
  private final RecoveryEvents events;
  private final Restarts restarts;
  private final RecoverySettings settings;

  public ConfirmRecovery(
      Stops stops,
      Recoveries recoveries,
      RecoveryEvents events,
      Restarts restarts,
      RecoverySettings settings) {
    this.stops = stops;
    this.recoveries = recoveries;
    this.events = events;
    this.restarts = restarts;
    this.settings = settings;
  }

  @Transactional
  @Clause("G-55")
  public RecoveryResult confirm(Recovery.Id id, Confirmation.Side side, Act act) {
    Stop stop = recoveries.stopOf(id).flatMap(stops::lock).orElse(null);
    Recovery recovery = stop == null ? null : recoveries.find(id).orElse(null);
    if (stop == null || recovery == null) {
      return new Unknown();
    }
    if (!stop.isUnlifted() || !id.value().equals(stop.recovery())) {
      return new WrongState(stop.state().name());
    }
    if (!act.by().holdsAnyOf(rolesOf(side))) {
      return new WrongSide();
    }
    if (signedOther(recovery, side, act)) {
      return new SamePerson();
    }
    List<Missing> missing =
        Completeness.beforeSigning(recovery, restarts.after(stop), settings.least());
    return missing.isEmpty() ? sign(stop, recovery, side, act) : new Incomplete(missing);
  }

  private RecoveryResult sign(Stop stop, Recovery recovery, Confirmation.Side side, Act act) {
    Confirmation confirmation =
        new Confirmation(side, act.signature(), stops.newestEpochOn(stop.scope()));
    Recovery signed = recovery.with(confirmation);
    recoveries.save(signed);
    events.append(new RecoveryEvent.Signed(signed, confirmation), act);
    if (!signed.isSignedByBoth()) {
      return new Done(signed, stop, Completeness.unsigned(signed));
    }
    Stop confirmed = stop.recoveryConfirmed();
    if (!confirmed.equals(stop)) {
      stops.save(confirmed);
      events.append(new RecoveryEvent.Confirmed(signed, panelCase(stop, signed)), act);
    }
    return new Done(signed, confirmed, List.of());
  }

  private @Nullable UUID panelCase(Stop stop, Recovery recovery) {
    Reports reports = recovery.items().reports();
    return reports == null
        ? null
        : restarts.after(stop).agreementOn(reports).map(PanelDecision::caseId).orElse(null);
  }

  private static boolean signedOther(Recovery recovery, Confirmation.Side side, Act act) {
    return recovery.confirmations().stream()
        .filter(other -> other.side() != side)
        .anyMatch(other -> other.by().subject().equals(act.by().subject()));
  }

  private static Set<String> rolesOf(Confirmation.Side side) {
    return switch (side) {
      case ENGINEERING -> Roles.ENGINEERS;
      case CLINICAL -> Roles.CLINICAL_CONFIRMERS;
    };
  }
}
