package gatehouse.admission.intake;

import gatehouse.admission.application.Application;
import gatehouse.admission.application.Applications;
import gatehouse.admission.filing.TierDoubts;
import gatehouse.admission.refusal.Outcome;
import gatehouse.admission.tiering.TierDecision;
import gatehouse.clauses.Clause;
import gatehouse.web.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A signer doubts LOW: the floor becomes MEDIUM and the strict track takes over (G-16, G-17). */
@ApplicationScoped
class FollowDoubt implements TierDoubts {
  private final Applications applications;
  private final ChangeTier tiers;
  private final Ids ids;

  FollowDoubt(Applications applications, ChangeTier tiers, Ids ids) {
    this.applications = applications;
    this.tiers = tiers;
    this.ids = ids;
  }

  @Override
  @Transactional
  @Clause({"G-16", "G-17"})
  public void doubted(String applicationCode) {
    Application found = applications.locked(applicationCode).orElseThrow();
    TierDecision decision = found.tiering();
    if (decision == null) {
      throw new IllegalStateException("Nothing is filed without a tier");
    }
    if (tiers.decided(found, ids.next(), Outcome.done(decision.doubted()))
        instanceof Outcome.Refused<Application> refused) {
      throw new IllegalStateException("A doubt cannot be refused: " + refused.reasons());
    }
  }
}
