package gatehouse.admission.evaluation.rest;

import gatehouse.admission.evaluation.AdmissionCase;
import gatehouse.admission.evaluation.Bundle;
import gatehouse.admission.evaluation.CaseState;
import gatehouse.admission.evidence.Dimension;
import gatehouse.admission.evidence.EvidenceKind;
import gatehouse.admission.panel.Round;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.panel.Stage;
import gatehouse.admission.pilot.Environment;
import gatehouse.admission.pilot.Pilot;
import gatehouse.admission.tiering.Tier;
import gatehouse.web.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as those see it who work on it. Seats are named, persons never; what was cast in an open
 * round stays sealed, only how many have voted is told.
 *
 * @param bundleHash what a ballot of the open round must name; without a round, the present bundle
 * @param missing what keeps the case from a round today
 */
record CaseView(
    UUID id,
    String application,
    Tier tier,
    String state,
    long revision,
    @Nullable UUID predecessor,
    String bundleHash,
    List<Reason> missing,
    Set<EvidenceKind> evidence,
    Set<Dimension> scored,
    Set<Seat> seatsTaken,
    @Nullable RoundView round,
    @Nullable PilotView pilot,
    @Nullable VetoView veto) {

  record RoundView(UUID id, Stage stage, String bundleHash, Instant closesAt, int ballotsCast) {}

  record PilotView(
      Environment environment, Set<String> places, Pilot.PilotPhase phase, int used, int cap) {}

  record VetoView(Seat seat, @Nullable String reason) {}

  static CaseView of(AdmissionCase found, List<Reason> missing) {
    Round round = found.rounds().current().orElse(null);
    Bundle bundle = found.bundle();
    return new CaseView(
        found.id().value(),
        found.subject().code(),
        found.subject().tier(),
        found.state().getClass().getSimpleName(),
        found.revision(),
        found.subject().predecessor() == null ? null : found.subject().predecessor().value(),
        round == null ? bundle.hash(found.subject(), null) : round.bundleHash(),
        missing,
        new TreeSet<>(bundle.evidence().keySet()),
        new TreeSet<>(bundle.scores().keySet()),
        new TreeSet<>(found.panel().holders().keySet()),
        round == null ? null : of(round),
        bundle.pilot() == null ? null : of(bundle.pilot()),
        found.state() instanceof CaseState.Vetoed vetoed
            ? new VetoView(vetoed.veto().seat(), vetoed.veto().reason())
            : null);
  }

  private static RoundView of(Round round) {
    return new RoundView(
        round.id(), round.stage(), round.bundleHash(), round.closesAt(), round.ballots().size());
  }

  private static PilotView of(Pilot pilot) {
    return new PilotView(
        pilot.plan().environment(),
        pilot.plan().places(),
        pilot.phase(),
        pilot.used(),
        pilot.plan().cap());
  }
}
