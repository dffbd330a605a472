package gatehouse.admission.recovery;

import gatehouse.admission.panel.Ballot;
import gatehouse.admission.panel.Panel;
import gatehouse.admission.panel.Round;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.panel.Stage;
import gatehouse.admission.person.Person;
import gatehouse.admission.recovery.RecoveryState.Approved;
import gatehouse.admission.recovery.RecoveryState.Seating;
import gatehouse.admission.recovery.RecoveryState.Vetoed;
import gatehouse.admission.recovery.RecoveryState.Voting;
import gatehouse.admission.recovery.RecoveryState.Withdrawn;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One decision of the panel on one stop: an admission case of kind RECOVERY. Immutable: every step
 * is a new value with the next revision. Seats, ballots and veto are those of any other case.
 *
 * @param openedBy subject of the secretary who opened it, who never votes on it
 */
public record RecoveryCase(
    RecoveryId id,
    Matter matter,
    String openedBy,
    RecoveryState state,
    Panel panel,
    long revision) {

  /** A new case. */
  @Clause("G-55")
  static RecoveryChange opened(RecoveryId id, Matter matter, String openedBy) {
    RecoveryCase fresh = new RecoveryCase(id, matter, openedBy, new Seating(), Panel.empty(), 1);
    return new RecoveryChange(fresh, List.of(new RecoveryEvent.RecoveryOpened()));
  }

  /** A person takes a seat; nobody who applied for what would start again. */
  @Clause({"G-22", "E-64"})
  public Outcome<RecoveryChange> seated(Seat seat, Person person) {
    if (over()) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    if (matter.requestedBy(person.subject())) {
      return Outcome.refused(Refusal.REQUESTER_MAY_NOT_VOTE);
    }
    return panel
        .seated(seat, person, openedBy)
        .map(next -> changed(state, next, new RecoveryEvent.SeatTaken(seat)));
  }

  /** A person declares a conflict; a round in which it holds a seat is void. */
  @Clause("E-64")
  public Outcome<RecoveryChange> recused(Person person) {
    if (over()) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    Panel next = panel.recused(person.subject());
    RecoveryEvent event = new RecoveryEvent.ConflictDeclared();
    return Outcome.done(
        state instanceof Voting voting && voting.round().holders().containsValue(person.subject())
            ? changed(voting.voided(), next, event, new RecoveryEvent.RoundVoided(voting.round()))
            : changed(state, next, event));
  }

  /** What a round is opened with. */
  record Opening(UUID round, Instant now, Instant closesAt, List<Matter.Restart> restarts) {}

  /** Asks the panel, about what would start again now. */
  @Clause({"G-22", "G-24", "G-55"})
  Outcome<RecoveryChange> roundOpened(Opening opening) {
    if (!(state instanceof Seating seating)) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    List<Refusal> reasons = new ArrayList<>();
    if (!panel.complete()) {
      reasons.add(Refusal.PANEL_INCOMPLETE);
    }
    if (!opening.closesAt().isAfter(opening.now())) {
      reasons.add(Refusal.DEADLINE_PAST);
    }
    Matter now = matter.restarting(opening.restarts());
    Round round =
        new Round(
            opening.round(),
            Stage.ADMISSION,
            now.hash(),
            panel.holders(),
            Map.of(),
            opening.closesAt());
    RecoveryCase asked = new RecoveryCase(id, now, openedBy, state, panel, revision);
    return Outcome.unless(
        reasons, asked.changed(seating.opened(round), panel, new RecoveryEvent.RoundOpened(round)));
  }

  /** One ballot; a rejection ends the case in this very step. */
  @Clause({"G-23", "G-24", "G-55", "E-64"})
  public Outcome<RecoveryChange> ballotCast(Ballot ballot, Person voter) {
    if (voter.subject().equals(openedBy) || matter.requestedBy(voter.subject())) {
      return Outcome.refused(Refusal.REQUESTER_MAY_NOT_VOTE);
    }
    if (panel.conflicted().contains(voter.subject())) {
      return Outcome.refused(Refusal.CONFLICTED);
    }
    return switch (state) {
      case Voting voting ->
          voting.round().cast(ballot, voter).map(cast -> counted(voting, cast, ballot));
      case Seating _, Approved _, Vetoed _, Withdrawn _ -> Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  private RecoveryChange counted(Voting voting, Round.Cast cast, Ballot ballot) {
    return switch (cast) {
      case Round.Cast.Counted(Round round) ->
          changed(voting.counted(round), panel, new RecoveryEvent.BallotCast(round, ballot.seat()));
      case Round.Cast.Passed(Round round) ->
          changed(
              voting.passed(round),
              panel,
              new RecoveryEvent.BallotCast(round, ballot.seat()),
              new RecoveryEvent.RestartApproved(round));
      case Round.Cast.Vetoed(Round round, Ballot veto) ->
          changed(voting.vetoed(round, veto), panel, new RecoveryEvent.RestartVetoed(round, veto));
    };
  }

  /** The deadline has passed without five ballots: nothing of the round counts. */
  @Clause("G-24")
  public Outcome<RecoveryChange> overdueVoided(Instant now) {
    if (!(state instanceof Voting voting)) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    return voting.round().overdueAt(now)
        ? Outcome.done(
            changed(voting.voided(), panel, new RecoveryEvent.RoundVoided(voting.round())))
        : Outcome.refused(Refusal.ROUND_RUNNING);
  }

  /** Takes the case back; what ended stays ended. */
  public Outcome<RecoveryChange> withdrawn() {
    return over()
        ? Outcome.refused(Refusal.WRONG_STATE)
        : Outcome.done(changed(new Withdrawn(), panel, new RecoveryEvent.RecoveryWithdrawn()));
  }

  /** True when no step leads out of the state. */
  public boolean over() {
    return switch (state) {
      case Approved _, Vetoed _, Withdrawn _ -> true;
      case Seating _, Voting _ -> false;
    };
  }

  /** The round that is open or was the last. */
  public Optional<Round> round() {
    return switch (state) {
      case Voting voting -> Optional.of(voting.round());
      case Approved approved -> Optional.of(approved.round());
      case Vetoed vetoed -> Optional.of(vetoed.round());
      case Seating _, Withdrawn _ -> Optional.empty();
    };
  }

  private RecoveryChange changed(RecoveryState next, Panel nextPanel, RecoveryEvent... events) {
    return new RecoveryChange(
        new RecoveryCase(id, matter, openedBy, next, nextPanel, revision + 1), List.of(events));
  }
}
