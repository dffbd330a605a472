package gatehouse.admission.recovery;

import gatehouse.admission.application.ApplicationId;
import gatehouse.admission.evidence.BundleHash;
import gatehouse.admission.tiering.Tier;
import gatehouse.clauses.Clause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the panel is asked: may what this stop holds start again, seeing these two reports.
 *
 * @param stop incident-service's id of the stop
 * @param restarts what would start again as it stands here; empty when nothing known is held
 * @param reports digests of the two reports of the evaluation
 * @param predecessor the ended case of the same stop that this one cites, null for the first
 */
public record Matter(
    String stop, List<Restart> restarts, Reports reports, @Nullable RecoveryId predecessor) {
  public Matter {
    restarts = List.copyOf(restarts);
  }

  /**
   * An application that the stop holds.
   *
   * @param digest of the version that would run
   * @param requestedBy subject of its applicant, who never votes on it
   */
  public record Restart(
      ApplicationId application, String code, Tier tier, String digest, String requestedBy) {}

  /**
   * What was found out since the stop.
   *
   * @param suite digest of the report of the suite's rerun
   * @param clinical digest of the report of the clinical sample check
   */
  public record Reports(String suite, String clinical) {}

  Matter restarting(List<Restart> now) {
    return new Matter(stop, now, reports, predecessor);
  }

  boolean requestedBy(String subject) {
    return restarts.stream().anyMatch(restart -> restart.requestedBy().equals(subject));
  }

  /** What a ballot must name: the same stop, reports and versions hash alike. */
  @Clause("G-24")
  public String hash() {
    List<String> lines = new ArrayList<>();
    lines.add("stop " + stop);
    lines.add("suite " + reports.suite());
    lines.add("clinical " + reports.clinical());
    restarts.stream()
        .sorted(Comparator.comparing(Restart::code))
        .forEach(each -> lines.add(each.code() + " " + each.digest() + " " + each.tier()));
    return BundleHash.of(lines);
  }
}
