package gatehouse.incident.recovery;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the hospital decides about recoveries beforehand. */
@Singleton
public class RecoverySettings {
  private final ZoneId zone;
  private final Least least;

  public RecoverySettings(
      @ConfigProperty(name = "incident.recovery.zone") ZoneId zone,
      @ConfigProperty(name = "incident.recovery.least-cases") int leastCases,
      @ConfigProperty(name = "incident.recovery.least-samples") int leastSamples) {
    this.zone = zone;
    this.least = new Least(leastCases, leastSamples);
  }

  /**
   * The smallest evidence that counts.
   *
   * @param cases of the suite's rerun
   * @param samples of the clinical check
   */
  record Least(int cases, int samples) {
    Least {
      if (cases < 1 || samples < 1) {
        throw new IllegalArgumentException("evidence has at least one case and one sample");
      }
    }
  }

  /** How much evidence a recovery takes. */
  Least least() {
    return least;
  }

  /** Where the hospital's day begins: signatures and lift are of one day. */
  ZoneId zone() {
    return zone;
  }
}
