package gatehouse.consent.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Keeps the copy of the applications up to date. */
@ApplicationScoped
public class LearnApplication {
  private final Applications applications;
  private final Clock clock;

  LearnApplication(Applications applications, Clock clock) {
    this.applications = applications;
    this.clock = clock;
  }

  /**
   * Adds what admission-service said. Versions may come in any order and more than once: the
   * highest counts.
   *
   * @param tier the tier, which a newly opened application does not have yet: such a one is not
   *     learned, and whoever asks for it is treated as if it were HIGH
   */
  @Transactional
  public void learn(String id, ApplicationCode code, Tier tier, Admitted admitted, long version) {
    applications.add(
        new KnownApplication(
            id, code, tier, admitted, version, Instant.now(clock).truncatedTo(ChronoUnit.MICROS)));
  }
}
