package gatehouse.admission.application;

import gatehouse.admission.certificate.Certificate;
import gatehouse.admission.refusal.Refusal;
import gatehouse.admission.tiering.Tier;
import gatehouse.clauses.Clause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be true for an application to be in use (invariant A4): asked when it is switched on
 * and again at every read, so that what runs out by date ends its use without a scheduler.
 */
final class Activation {
  private Activation() {}

  @Clause({"G-04", "G-18", "G-21", "G-25", "G-52", "G-57"})
  static List<Refusal> objections(Application application, Grant grant, LocalDate day) {
    List<Refusal> reasons = new ArrayList<>();
    Tier tier = application.tier();
    if (tier == null) {
      reasons.add(Refusal.TIER_MISSING);
    } else if (tier.above(grant.tier())) {
      reasons.add(Refusal.TIER_RAISED);
    }
    String digest = application.identity().digest();
    if (!grant.digest().equals(digest)) {
      reasons.add(Refusal.VERSION_NOT_ADMITTED);
    }
    if (!grant.pilotDigest().equals(digest)) {
      reasons.add(Refusal.PILOT_OTHER_VERSION);
    }
    reasons.addAll(ethics(grant, day));
    if (application.declaration().owner() == null) {
      reasons.add(Refusal.OWNER_MISSING);
    }
    if (grant.until() != null && day.isAfter(grant.until())) {
      reasons.add(Refusal.CONDITION_ENDED);
    }
    if (tier != Tier.LOW) {
      reasons.addAll(beyondLow(application, grant, day));
    }
    return reasons;
  }

  private static List<Refusal> ethics(Grant grant, LocalDate day) {
    if (!grant.ethicsApproved()) {
      return List.of(Refusal.ETHICS_MISSING);
    }
    boolean expired = grant.ethicsValidTo() != null && day.isAfter(grant.ethicsValidTo());
    return expired ? List.of(Refusal.ETHICS_EXPIRED) : List.of();
  }

  private static List<Refusal> beyondLow(Application application, Grant grant, LocalDate day) {
    List<Refusal> reasons = new ArrayList<>();
    Certificate certificate = grant.certificate();
    if (certificate == null) {
      reasons.add(Refusal.CERT_MISSING);
    } else {
      reasons.addAll(certificate.faultsOn(day));
    }
    if (application.declaration().failover() == null) {
      reasons.add(Refusal.NO_FAILOVER_PLAN);
    }
    return reasons;
  }
}
