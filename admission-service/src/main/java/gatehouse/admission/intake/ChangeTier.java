package gatehouse.admission.intake;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.ApplicationEvents;
import gatehouse.admission.application.Applications;
import gatehouse.admission.panel.Seat;
import gatehouse.admission.person.Person;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Tier;
import gatehouse.admission.tiering.TierDecision;
import gatehouse.admission.tiering.TierDecision.Endorsement;
import gatehouse.clauses.Clause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Rule U: one seat raises, five lower, nobody goes below the floor; the requester has no say. */
@ApplicationScoped
public class ChangeTier {
  private final Applications applications;
  private final ApplicationEvents events;
  private final Tracks tracks;

  ChangeTier(Applications applications, ApplicationEvents events, Tracks tracks) {
    this.applications = applications;
    this.events = events;
    this.tracks = tracks;
  }

  /** A seat's word for a tier, and the id of the case that it may open. */
  public record Word(Seat seat, Tier tier, String reason, UUID trackId) {}

  @Transactional
  @Clause("G-08")
  public Outcome<Application> raise(String code, Word word, Person by) {
    return change(code, word, by, TierDecision::raised);
  }

  @Transactional
  @Clause("G-10")
  public Outcome<Application> endorseLowering(String code, Word word, Person by) {
    return change(code, word, by, TierDecision::loweringEndorsed);
  }

  private Outcome<Application> change(
      String code,
      Word word,
      Person by,
      BiFunction<TierDecision, Endorsement, Outcome<TierDecision>> rule) {
    Application found = applications.locked(code).orElse(null);
    if (found == null) {
      return Outcome.refused(Refusal.APPLICATION_UNKNOWN);
    }
    if (!by.holds(word.seat().role())) {
      return Outcome.refused(Refusal.SEAT_ROLE_MISSING);
    }
    if (by.subject().equals(found.identity().requestedBy())) {
      return Outcome.refused(Refusal.REQUESTER_MAY_NOT_VOTE);
    }
    if (found.tiering() == null) {
      return Outcome.refused(Refusal.TIER_MISSING);
    }
    Endorsement endorsement =
        new Endorsement(word.seat(), by.subject(), word.tier(), word.reason());
    return decided(found, word.trackId(), rule.apply(found.tiering(), endorsement));
  }

  Outcome<Application> decided(Application found, UUID trackId, Outcome<TierDecision> decision) {
    Tier before = found.tier();
    return decision
        .then(found::retiered)
        .then(after -> {
          applications.save(after);
          events.tiered(after);
          if (after.tier() == before) {
            return Outcome.done(after);
          }
          events.statusChanged(after);
          return tracks.follow(after, trackId).map(_ -> after);
        });
  }
}
