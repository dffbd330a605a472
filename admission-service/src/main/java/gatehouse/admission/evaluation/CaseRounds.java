package gatehouse.admission.evaluation;

import gatehouse.admission.application.Egress;
import gatehouse.admission.evaluation.CaseState.Admitted;
import gatehouse.admission.evaluation.CaseState.Collecting;
import gatehouse.admission.evaluation.CaseState.PilotAuthorised;
import gatehouse.admission.evaluation.CaseState.PilotFailed;
import gatehouse.admission.evaluation.CaseState.PilotPassed;
import gatehouse.admission.evaluation.CaseState.PilotVoting;
import gatehouse.admission.evaluation.CaseState.Piloting;
import gatehouse.admission.evaluation.CaseState.Ready;
import gatehouse.admission.evaluation.CaseState.Tiered;
import gatehouse.admission.evaluation.CaseState.Vetoed;
import gatehouse.admission.evaluation.CaseState.Voting;
import gatehouse.admission.evaluation.CaseState.Withdrawn;
import gatehouse.admission.panel.Ballot;
import gatehouse.admission.panel.Round;
import gatehouse.admission.panel.Stage;
import gatehouse.admission.person.Person;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The voting steps of an admission case. */
public final class CaseRounds {
  private final AdmissionCase before;

  CaseRounds(AdmissionCase before) {
    this.before = before;
  }

  /** What is to be opened, and when. */
  public record Opening(
      UUID round, Instant now, LocalDate day, Instant closesAt, Predicate<String> vetoedBefore) {}

  /** Asks the panel to let the product into a pilot. */
  @Clause({"G-22", "G-25"})
  public Outcome<CaseChange> pilotEntryOpened(Opening opening) {
    if (!(before.state() instanceof Ready ready)) {
      return Outcome.refused(Refusal.WRONG_STATE);
    }
    String hash = before.bundle().hash(before.subject(), null);
    Round round = round(opening, Stage.PILOT_ENTRY, hash);
    return Outcome.unless(objections(opening), stepped(ready.opened(round), opened(round)));
  }

  /** Asks the panel to admit, and what may leave for a public cloud. */
  @Clause({"G-22", "G-24", "G-25", "G-42"})
  public Outcome<CaseChange> admissionOpened(Opening opening, Proposal proposal) {
    if (!(before.state() instanceof PilotPassed passed)) {
      return Outcome.refused(
          before.state() instanceof Ready ? Refusal.PILOT_MISSING : Refusal.WRONG_STATE);
    }
    List<Refusal> reasons = new ArrayList<>(objections(opening));
    if (proposal.egress() == Egress.DEIDENTIFIED
        && before.subject().requestedEgress() == Egress.NONE) {
      reasons.add(Refusal.EGRESS_BEYOND_REQUEST);
    }
    String hash = before.bundle().hash(before.subject(), proposal);
    Round round = round(opening, Stage.ADMISSION, hash);
    return Outcome.unless(reasons, stepped(passed.opened(round, proposal), opened(round)));
  }

  private List<Refusal> objections(Opening opening) {
    List<Refusal> reasons = new ArrayList<>(before.gapsOn(opening.day()));
    if (!before.panel().complete()) {
      reasons.add(Refusal.PANEL_INCOMPLETE);
    }
    if (!opening.closesAt().isAfter(opening.now())) {
      reasons.add(Refusal.DEADLINE_PAST);
    }
    if (opening.vetoedBefore().test(before.bundle().hash(before.subject(), null))) {
      reasons.add(Refusal.BUNDLE_ALREADY_VETOED);
    }
    return reasons;
  }

  private Round round(Opening opening, Stage stage, String hash) {
    return new Round(
        opening.round(), stage, hash, before.panel().holders(), Map.of(), opening.closesAt());
  }

  private static CaseEvent opened(Round round) {
    return new CaseEvent.RoundOpened(round);
  }

  /** The round that is open, if one is. */
  public Optional<Round> current() {
    return switch (before.state()) {
      case PilotVoting voting -> Optional.of(voting.round());
      case Voting voting -> Optional.of(voting.round());
      case Tiered _,
          Collecting _,
          Ready _,
          PilotAuthorised _,
          Piloting _,
          PilotPassed _,
          Admitted _,
          Vetoed _,
          PilotFailed _,
          Withdrawn _ ->
          Optional.empty();
    };
  }

  /** One ballot; a rejection ends the case in this very step. */
  @Clause({"G-23", "G-24", "E-64"})
  public Outcome<CaseChange> ballotCast(Ballot ballot, Person voter) {
    if (voter.subject().equals(before.subject().requestedBy())) {
      return Outcome.refused(Refusal.REQUESTER_MAY_NOT_VOTE);
    }
    if (before.panel().conflicted().contains(voter.subject())) {
      return Outcome.refused(Refusal.CONFLICTED);
    }
    return switch (before.state()) {
      case PilotVoting voting ->
          voting.round().cast(ballot, voter).map(cast -> counted(voting, cast, ballot));
      case Voting voting ->
          voting.round().cast(ballot, voter).map(cast -> counted(voting, cast, ballot));
      case Tiered _,
          Collecting _,
          Ready _,
          PilotAuthorised _,
          Piloting _,
          PilotPassed _,
          Admitted _,
          Vetoed _,
          PilotFailed _,
          Withdrawn _ ->
          Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  private CaseChange counted(PilotVoting voting, Round.Cast cast, Ballot ballot) {
    return switch (cast) {
      case Round.Cast.Counted(Round round) ->
          stepped(voting.counted(round), new CaseEvent.BallotCast(round, ballot.seat()));
      case Round.Cast.Passed(Round round) ->
          stepped(
              voting.passed(),
              new CaseEvent.BallotCast(round, ballot.seat()),
              new CaseEvent.RoundPassed(round));
      case Round.Cast.Vetoed(Round round, Ballot veto) ->
          stepped(voting.vetoed(veto), new CaseEvent.EvaluationVetoed(round, veto));
    };
  }

  private CaseChange counted(Voting voting, Round.Cast cast, Ballot ballot) {
    return switch (cast) {
      case Round.Cast.Counted(Round round) ->
          stepped(voting.counted(round), new CaseEvent.BallotCast(round, ballot.seat()));
      case Round.Cast.Passed(Round round) ->
          stepped(
              voting.passed(),
              new CaseEvent.BallotCast(round, ballot.seat()),
              new CaseEvent.RoundPassed(round),
              new CaseEvent.AdmissionGranted(voting.proposal()));
      case Round.Cast.Vetoed(Round round, Ballot veto) ->
          stepped(voting.vetoed(veto), new CaseEvent.EvaluationVetoed(round, veto));
    };
  }

  /** The deadline has passed without five ballots: nothing of the round counts. */
  @Clause("G-24")
  public Outcome<CaseChange> overdueVoided(Instant now) {
    return switch (before.state()) {
      case PilotVoting voting when voting.round().overdueAt(now) ->
          Outcome.done(stepped(voting.voided(), new CaseEvent.RoundVoided(voting.round())));
      case Voting voting when voting.round().overdueAt(now) ->
          Outcome.done(stepped(voting.voided(), new CaseEvent.RoundVoided(voting.round())));
      case PilotVoting _, Voting _ -> Outcome.refused(Refusal.ROUND_RUNNING);
      case Tiered _,
          Collecting _,
          Ready _,
          PilotAuthorised _,
          Piloting _,
          PilotPassed _,
          Admitted _,
          Vetoed _,
          PilotFailed _,
          Withdrawn _ ->
          Outcome.refused(Refusal.WRONG_STATE);
    };
  }

  private CaseChange stepped(CaseState next, CaseEvent... events) {
    return before.changed(next, before.bundle(), before.panel(), events);
  }
}
