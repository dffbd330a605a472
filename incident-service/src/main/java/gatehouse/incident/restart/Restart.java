package gatehouse.incident.restart;

import gatehouse.clauses.Clause;
import gatehouse.incident.application.KnownApplication;
import gatehouse.incident.restart.PanelDecision.Reports;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the lift of one stop would let start again.
 *
 * @param covered the applications of our copy that the stop covers
 * @param decisions the panel's, on this very stop
 */
public record Restart(List<KnownApplication> covered, List<PanelDecision> decisions) {
  public Restart {
    covered = List.copyOf(covered);
    decisions = List.copyOf(decisions);
  }

  /** HIGH is whatever is HIGH, has no tier yet, or is not known at all. */
  public boolean needsPanel() {
    return covered.isEmpty() || covered.stream().anyMatch(KnownApplication::isHighOrUnknown);
  }

  /** Digests of the versions that would run. */
  public Set<String> digests() {
    return digestsOf(_ -> true);
  }

  /** Whether the panel ever agreed to a restart after this stop. */
  public boolean panelAgreedToSome() {
    return decisions.stream().anyMatch(PanelDecision::approved);
  }

  /**
   * The decision that lets exactly this restart: on these reports, for every HIGH version that
   * would run. A veto on the same reports outweighs any approval.
   */
  @Clause({"G-23", "G-55"})
  public Optional<PanelDecision> agreementOn(Reports reports) {
    List<PanelDecision> onThese =
        decisions.stream().filter(each -> each.reports().equals(reports)).toList();
    if (!onThese.stream().allMatch(PanelDecision::approved)) {
      return Optional.empty();
    }
    Set<String> high = digestsOf(KnownApplication::isHighOrUnknown);
    return onThese.stream().filter(each -> each.digests().containsAll(high)).findFirst();
  }

  private Set<String> digestsOf(Predicate<KnownApplication> which) {
    return covered.stream()
        .filter(KnownApplication::mayRunAgain)
        .filter(which)
        .map(KnownApplication::digest)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }
}
