package gatehouse.consent.decision;

import gatehouse.clauses.Clause;
import gatehouse.consent.fact.Fact;
import gatehouse.consent.fact.Said;
import gatehouse.consent.scope.Category;
import gatehouse.consent.scope.MaterialDiff;
import gatehouse.consent.scope.Purpose;
import gatehouse.consent.scope.Scope;
import gatehouse.consent.scope.ScopeVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a signed consent covers what is asked: pure functions over a situation. */
final class SignedConsent {

  private SignedConsent() {}

  /** Why no signed consent covers the categories; empty when one does. */
  @Clause({"G-37", "E-42", "E-66", "E-32", "E-31"})
  static List<Ground> missing(Situation situation, Set<Category> needed) {
    Optional<Fact> newest = situation.newestGrant();
    if (newest.isEmpty() || !(newest.get().said() instanceof Said.Granted granted)) {
      return notGranted(situation, needed);
    }
    List<Ground> grounds = new ArrayList<>();
    if (granted.isExpired(situation.question().at())) {
      grounds.add(Ground.CONSENT_EXPIRED);
    }
    if (isAfterCollection(situation, newest.get())) {
      grounds.add(Ground.CONSENT_AFTER_COLLECTION);
    }
    if (isOutgrown(situation, granted, needed)) {
      grounds.add(Ground.SCOPE_WIDENED);
    }
    needed.stream()
        .filter(category -> !granted.categories().contains(category))
        .map(SignedConsent::notNamed)
        .distinct()
        .forEach(grounds::add);
    return grounds;
  }

  private static List<Ground> notGranted(Situation situation, Set<Category> needed) {
    List<Ground> grounds = new ArrayList<>();
    spokenYes(situation).ifPresent(grounds::add);
    if (isOnlyNotified(situation)) {
      grounds.add(Ground.FORM_TOO_WEAK);
    }
    if (needed.stream().anyMatch(Category::isSensitive)) {
      grounds.add(Ground.SENSITIVE_NOT_NAMED);
    }
    grounds.add(
        situation.purpose() == Purpose.RESEARCH
            ? Ground.RESEARCH_CONSENT_REQUIRED
            : Ground.CONSENT_REQUIRED);
    return grounds;
  }

  /** A recording waits 72 hours for the second person; after that it counts for nothing. */
  private static Optional<Ground> spokenYes(Situation situation) {
    Instant at = situation.question().at();
    return situation.afterNewestNo().stream()
        .filter(fact -> fact.said() instanceof Said.SpokenYes)
        .map(fact -> fact.signedAt().plus(Said.EVIDENCE_WAITS))
        .reduce((_, later) -> later)
        .map(end -> at.isBefore(end) ? Ground.EVIDENCE_PENDING : Ground.EVIDENCE_LAPSED);
  }

  private static boolean isOnlyNotified(Situation situation) {
    return situation.facts().stream()
        .map(Fact::said)
        .anyMatch(said ->
            said instanceof Said.NoticeShown
                || said instanceof Said.NoticeGiven
                || said instanceof Said.Accepted);
  }

  /** A late entry covers nothing that was collected before it was entered. */
  private static boolean isAfterCollection(Situation situation, Fact grant) {
    Instant collectedAt = situation.question().collectedAt();
    return collectedAt != null
        && (grant.signedAt().isAfter(collectedAt) || grant.recordedAt().isAfter(collectedAt));
  }

  /**
   * Whether the terms have become wider than what was signed. A request that stays within the old
   * data is untouched by new data, but not by new recipients, algorithms or countries: who asks
   * does not say which of them the data will meet.
   */
  private static boolean isOutgrown(
      Situation situation, Said.Granted granted, Set<Category> needed) {
    Scope scope = situation.scope();
    if (scope == null) {
      return true;
    }
    Optional<ScopeVersion> signed = scope.version(granted.scopeVersion());
    if (signed.isEmpty() || scope.endedSince(granted.scopeVersion())) {
      return true;
    }
    MaterialDiff diff = MaterialDiff.between(signed.get().terms(), scope.current().terms());
    if (diff.concernsOnlyNewData()) {
      return needed.stream()
          .anyMatch(category ->
              scope.current().terms().categories().contains(category)
                  && !signed.get().terms().categories().contains(category));
    }
    return diff.isMaterial();
  }

  private static Ground notNamed(Category category) {
    return category.isSensitive() ? Ground.SENSITIVE_NOT_NAMED : Ground.CATEGORY_NOT_COVERED;
  }
}
