package gatehouse.admission.panel;

import gatehouse.admission.person.Person;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One round of voting. The bundle hash and the five holders are frozen when it opens; what was cast
 * stays sealed until it closes.
 */
public record Round(
    UUID id,
    Stage stage,
    String bundleHash,
    Map<Seat, String> holders,
    Map<Seat, Ballot> ballots,
    Instant closesAt) {
  public Round {
    holders = Map.copyOf(holders);
    ballots = Map.copyOf(ballots);
  }

  /** What a ballot did to its round. */
  public sealed interface Cast {
    /** Still open. */
    record Counted(Round round) implements Cast {}

    /** Five approvals for one hash (A3). */
    record Passed(Round round) implements Cast {}

    /** One rejection: the end, whatever else was or will be said (A2). */
    record Vetoed(Round round, Ballot veto) implements Cast {}
  }

  /** Takes a ballot; the role is asked of the voter's token at this moment (A1). */
  @Clause({"G-22", "G-23", "G-24"})
  public Outcome<Cast> cast(Ballot ballot, Person voter) {
    List<Refusal> reasons = objections(ballot, voter);
    if (!reasons.isEmpty()) {
      return new Outcome.Refused<>(reasons);
    }
    Map<Seat, Ballot> more = new EnumMap<>(Seat.class);
    more.putAll(ballots);
    more.put(ballot.seat(), ballot);
    Round after = new Round(id, stage, bundleHash, holders, more, closesAt);
    return Outcome.done(after.outcomeOf(ballot));
  }

  private Cast outcomeOf(Ballot ballot) {
    return switch (ballot.choice()) {
      case REJECT -> new Cast.Vetoed(this, ballot);
      case APPROVE -> unanimous() ? new Cast.Passed(this) : new Cast.Counted(this);
    };
  }

  private List<Refusal> objections(Ballot ballot, Person voter) {
    if (!voter.holds(ballot.seat().role())) {
      return List.of(Refusal.SEAT_ROLE_MISSING);
    }
    if (!voter.subject().equals(holders.get(ballot.seat()))) {
      return List.of(Refusal.NOT_THE_SEAT_HOLDER);
    }
    if (ballots.containsKey(ballot.seat())) {
      return List.of(Refusal.ALREADY_VOTED);
    }
    if (!ballot.bundleHash().equals(bundleHash)) {
      return List.of(Refusal.BUNDLE_CHANGED);
    }
    if (!ballot.castAt().isBefore(closesAt)) {
      return List.of(Refusal.ROUND_OVERDUE);
    }
    return ballot.lacksReason() ? List.of(Refusal.REASON_MISSING) : List.of();
  }

  private boolean unanimous() {
    return ballots.size() == Seat.values().length
        && ballots.values().stream()
            .allMatch(ballot ->
                ballot.choice() == Choice.APPROVE && ballot.bundleHash().equals(bundleHash));
  }

  public boolean overdueAt(Instant now) {
    return !now.isBefore(closesAt);
  }
}
