package gatehouse.gateway.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What did not fit together when it was looked at. Findings come back every night until somebody
 * sets the matter right.
 *
 * @param day the hospital's day, one reconciliation each
 */
public record Reconciliation(LocalDate day, Instant at, List<Finding> findings) {
  public Reconciliation {
    findings = List.copyOf(findings);
  }

  /** What can be wrong with an output. */
  public enum Kind {
    /** Released, and no record system said that it wrote it (G-33). */
    RELEASED_NOT_WRITTEN,
    /** Written without any release (G-33). */
    WRITTEN_NOT_RELEASED,
    /** Written with another text than the released one (G-32, G-33). */
    WRITTEN_OTHER_CONTENT,
    /** Written, and rejected by a physician afterwards. */
    WRITTEN_THEN_REJECTED,
    /** No physician has decided for longer than a shift. */
    PENDING_TOO_LONG,
    /** Somebody saw it and the register never got its text; no physician has dealt with it. */
    LOST
  }

  /** One output that needs a person. */
  public record Finding(Kind kind, UUID output, String application, Instant since) {}

  /** How many of each kind. */
  public Map<Kind, Long> counts() {
    Map<Kind, Long> counts = new TreeMap<>();
    findings.forEach(finding -> counts.merge(finding.kind(), 1L, Long::sum));
    return counts;
  }
}
