package gatehouse.admission.tiering;

import gatehouse.admission.panel.Seat;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.clauses.Clause;
import java.util.ArrayList;
import java.util.List;

/**
 * The tier of an application and how it came about. Rule U: one seat raises it with a reason; five
 * seats, five persons, lower it, and nobody below the floor (A5).
 *
 * @param proposed what the rules asked for
 * @param changes raises and lowerings in order; the last one holds
 * @param lowering endorsements of a lowering that is not yet complete, all for the same tier
 */
public record TierDecision(
    String rulesetVersion,
    Facts facts,
    List<FiredRule> trace,
    Tier floor,
    Tier proposed,
    List<Change> changes,
    List<Endorsement> lowering) {

  /** A change of the tier by rule U, with the seats that made it. */
  public record Change(Tier from, Tier to, List<Endorsement> by) {
    public Change {
      by = List.copyOf(by);
    }
  }

  /** One seat's word for a tier. */
  public record Endorsement(Seat seat, String subject, Tier tier, String reason) {}

  public TierDecision {
    trace = List.copyOf(trace);
    changes = List.copyOf(changes);
    lowering = List.copyOf(lowering);
  }

  /** The tier in force; never below the floor. */
  public Tier tier() {
    Tier last = changes.isEmpty() ? proposed : changes.getLast().to();
    return last.orHigher(floor);
  }

  /** One seat raises. */
  @Clause("G-08")
  public Outcome<TierDecision> raised(Endorsement word) {
    if (!word.tier().above(tier())) {
      return Outcome.refused(Refusal.TIER_NOT_HIGHER);
    }
    return Outcome.done(changed(word.tier(), List.of(word)));
  }

  /** One seat endorses a lowering; the fifth makes it effective. */
  @Clause({"G-10", "G-11"})
  public Outcome<TierDecision> loweringEndorsed(Endorsement word) {
    if (word.tier().below(floor)) {
      return Outcome.refused(Refusal.TIER_BELOW_FLOOR);
    }
    if (!word.tier().below(tier())) {
      return Outcome.refused(Refusal.TIER_NOT_LOWER);
    }
    List<Endorsement> words = new ArrayList<>(lowering);
    words.removeIf(earlier -> earlier.tier() != word.tier());
    if (words.stream().anyMatch(earlier -> earlier.subject().equals(word.subject()))) {
      return Outcome.refused(Refusal.ONE_PERSON_TWO_SEATS);
    }
    if (words.stream().anyMatch(earlier -> earlier.seat() == word.seat())) {
      return Outcome.refused(Refusal.SEAT_TAKEN);
    }
    words.add(word);
    return Outcome.done(
        words.size() == Seat.values().length
            ? changed(word.tier(), words)
            : new TierDecision(rulesetVersion, facts, trace, floor, proposed, changes, words));
  }

  /** Doubt in the filing track: the floor is MEDIUM from now on. */
  @Clause("G-17")
  public TierDecision doubted() {
    return new TierDecision(
        rulesetVersion, facts, trace, floor.orHigher(Tier.MEDIUM), proposed, changes, List.of());
  }

  private TierDecision changed(Tier to, List<Endorsement> by) {
    List<Change> more = new ArrayList<>(changes);
    more.add(new Change(tier(), to, by));
    return new TierDecision(rulesetVersion, facts, trace, floor, proposed, more, List.of());
  }
}
