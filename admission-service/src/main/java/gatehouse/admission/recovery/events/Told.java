package gatehouse.admission.recovery.events;

import gatehouse.admission.panel.Ballot;
import gatehouse.admission.panel.Round;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.recovery.Matter;
import gatehouse.admission.recovery.RecoveryCase;
import gatehouse.admission.recovery.RecoveryEvent;
import gatehouse.admission.tiering.Tier;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An event of a recovery case in the words that others read. No person is named: seats are, and
 * choices only once their round is closed.
 *
 * @param what past participle, the last part of the event's type
 */
record Told(String what, List<String> clauses, Map<String, Object> data) {

  /** What would start again. */
  record Restart(UUID applicationId, String application, Tier tier, String digest) {
    static Restart of(Matter.Restart restart) {
      return new Restart(
          restart.application().value(), restart.code(), restart.tier(), restart.digest());
    }
  }

  static Told of(RecoveryEvent event, RecoveryCase recoveryCase) {
    Matter matter = recoveryCase.matter();
    Told told =
        switch (event) {
          case RecoveryEvent.RecoveryOpened _ -> opened(matter);
          case RecoveryEvent.SeatTaken taken ->
              told("seat-filled", "G-22").and("seat", taken.seat());
          case RecoveryEvent.ConflictDeclared _ -> told("conflict-declared", "E-64");
          case RecoveryEvent.RoundOpened opened -> round("round-opened", opened.round()).on(matter);
          case RecoveryEvent.BallotCast cast ->
              round("ballot-cast", cast.round()).and("seat", cast.seat());
          case RecoveryEvent.RoundVoided voided -> round("round-voided", voided.round());
          case RecoveryEvent.RestartApproved approved -> decided(approved.round(), true).on(matter);
          case RecoveryEvent.RestartVetoed vetoed ->
              vetoed(decided(vetoed.round(), false), vetoed.veto()).on(matter);
          case RecoveryEvent.RecoveryWithdrawn _ -> told("withdrawn", "G-55");
        };
    return told.and("stopId", matter.stop()).and("state", recoveryCase.state().standing());
  }

  private static Told opened(Matter matter) {
    Told told = told("opened", "G-55").on(matter);
    return matter.predecessor() == null
        ? told
        : told.and("predecessor", matter.predecessor().value());
  }

  private static Told decided(Round round, boolean approved) {
    Map<Seat, Object> choices = new EnumMap<>(Seat.class);
    round.ballots().forEach((seat, ballot) -> choices.put(seat, ballot.choice()));
    return round("decided", round).and("approved", approved).and("choices", choices);
  }

  private static Told vetoed(Told told, Ballot veto) {
    Told seated = told.and("seat", veto.seat());
    return veto.reason() == null ? seated : seated.and("reason", veto.reason());
  }

  private static Told round(String what, Round round) {
    return told(what, "G-23", "G-24", "G-55")
        .and("roundId", round.id())
        .and("stage", round.stage())
        .and("bundleHash", round.bundleHash());
  }

  private static Told told(String what, String... clauses) {
    return new Told(what, List.of(clauses), Map.of());
  }

  private Told on(Matter matter) {
    return and("restarts", matter.restarts().stream().map(Restart::of).toList())
        .and("suiteReport", matter.reports().suite())
        .and("clinicalReport", matter.reports().clinical());
  }

  private Told and(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(data);
    more.put(key, value);
    return new Told(what, clauses, more);
  }
}
