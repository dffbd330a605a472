package gatehouse.admission.evidence;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Map;

/** One acceptance threshold or endpoint: a metric and the bound that it must keep. */
public record Threshold(String metric, Bound bound, BigDecimal limit) {

  /** Which side of the limit is good; the limit itself is. */
  public enum Bound {
    AT_LEAST,
    AT_MOST
  }

  public Threshold {
    requireNonNull(metric);
    requireNonNull(bound);
    limit = limit.stripTrailingZeros();
  }

  /** A metric that was not measured does not keep its bound. */
  public boolean keptBy(Map<String, BigDecimal> measures) {
    BigDecimal measured = measures.get(metric);
    if (measured == null) {
      return false;
    }
    return switch (bound) {
      case AT_LEAST -> measured.compareTo(limit) >= 0;
      case AT_MOST -> measured.compareTo(limit) <= 0;
    };
  }

  String line() {
    return metric + " " + bound + " " + limit.toPlainString();
  }
}
