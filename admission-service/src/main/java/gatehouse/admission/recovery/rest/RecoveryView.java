package gatehouse.admission.recovery.rest;

import gatehouse.admission.panel.Seat;
import gatehouse.admission.recovery.Matter;
import gatehouse.admission.recovery.RecoveryCase;
import gatehouse.admission.recovery.RecoveryState;
import gatehouse.admission.tiering.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recovery case as those see it who work on it. Seats are named, persons never; what was cast in
 * an open round stays sealed.
 *
 * @param restarts what would start again
 * @param bundleHash what a ballot must name
 */
record RecoveryView(
    UUID id,
    String stop,
    RecoveryState.Standing state,
    long revision,
    @Nullable UUID predecessor,
    List<RestartView> restarts,
    String suiteReport,
    String clinicalReport,
    String bundleHash,
    Set<Seat> seatsTaken,
    @Nullable RecoveryRoundView round,
    @Nullable RecoveryVetoView veto) {

  record RestartView(String application, Tier tier, String digest) {}

  record RecoveryRoundView(UUID id, Instant closesAt, int ballotsCast) {}

  record RecoveryVetoView(Seat seat, @Nullable String reason) {}

  static RecoveryView of(RecoveryCase found) {
    Matter matter = found.matter();
    return new RecoveryView(
        found.id().value(),
        matter.stop(),
        found.state().standing(),
        found.revision(),
        matter.predecessor() == null ? null : matter.predecessor().value(),
        matter.restarts().stream()
            .map(each -> new RestartView(each.code(), each.tier(), each.digest()))
            .toList(),
        matter.reports().suite(),
        matter.reports().clinical(),
        matter.hash(),
        new TreeSet<>(found.panel().holders().keySet()),
        found
            .round()
            .map(round ->
                new RecoveryRoundView(round.id(), round.closesAt(), round.ballots().size()))
            .orElse(null),
        found.state() instanceof RecoveryState.Vetoed vetoed
            ? new RecoveryVetoView(vetoed.veto().seat(), vetoed.veto().reason())
            : null);
  }
}
