package gatehouse.admission.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Acceptance thresholds as fixed before a run.
 *
 * @param fixedAt set by this service, never by the caller
 */
public record Protocol(List<Threshold> thresholds, String fixedBy, Instant fixedAt) {
  public Protocol {
    thresholds = List.copyOf(thresholds);
    if (thresholds.isEmpty()) {
      throw new IllegalArgumentException("A protocol fixes at least one threshold");
    }
  }

  /** True when the run began after the thresholds were fixed. */
  public boolean fixedBefore(Instant ranAt) {
    return fixedAt.isBefore(ranAt);
  }

  /** True when every threshold is kept. */
  public boolean keptBy(Map<String, BigDecimal> measures) {
    return thresholds.stream().allMatch(threshold -> threshold.keptBy(measures));
  }

  /** Its content for hashing: the thresholds, in a stable order. */
  public List<String> lines() {
    return thresholds.stream().map(Threshold::line).sorted().toList();
  }
}
