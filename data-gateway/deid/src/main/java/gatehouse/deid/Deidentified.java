package gatehouse.deid;

import gatehouse.deid.finding.Finding;
import java.util.List;

/**
 * A text after the engine.
 *
 * @param text the text with every treated span replaced; empty if the policy refuses
 * @param findings what was found, by position in the original, without overlaps; also what the
 *     policy keeps
 * @param refused whether the policy refuses the text because of what was found, or the text has
 *     more findings than {@link Deidentifier#mostFindings}; then the findings are incomplete
 */
public record Deidentified(String text, List<Finding> findings, boolean refused) {
  public Deidentified {
    findings = List.copyOf(findings);
  }

  /** Counts only: the text may still hold what the policy keeps. */
  @Override
  public String toString() {
    return "Deidentified[length=%d, findings=%d, refused=%s]"
        .formatted(text.length(), findings.size(), refused);
  }
}
