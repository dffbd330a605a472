package gatehouse.incident.witness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has the latest trusted checkpoint of every log stamped, now and then. */
@ApplicationScoped
public class StampCheckpoints {
  private final KeptCheckpoints kept;
  private final Stamps stamps;
  private final TimeStampAuthority authority;
  private final Clock clock;
  private final Duration every;

  StampCheckpoints(
      KeptCheckpoints kept,
      Stamps stamps,
      TimeStampAuthority authority,
      Clock clock,
      @ConfigProperty(name = "incident.witness.stamp.every") Duration every) {
    this.kept = kept;
    this.stamps = stamps;
    this.authority = authority;
    this.clock = clock;
    this.every = every;
  }

  /** Whether there is somebody to stamp. */
  public boolean isOn() {
    return authority.isConfigured();
  }

  /**
   * Stamps what is due.
   *
   * @return how many were stamped
   * @throws IllegalStateException if the authority does not stamp; what is due stays due
   */
  @Transactional
  public int stampDue() {
    int stamped = 0;
    for (WitnessedLog log : kept.logs()) {
      Optional<KeptCheckpoint> latest = kept.latestTrusted(log.origin());
      if (latest.isPresent() && isDue(latest.get())) {
        stamps.add(authority.stamp(latest.get()));
        stamped++;
      }
    }
    return stamped;
  }

  private boolean isDue(KeptCheckpoint checkpoint) {
    return stamps
        .latest(checkpoint.origin())
        .map(last ->
            last.size() < checkpoint.size()
                && !last.stampedAt().plus(every).isAfter(clock.instant()))
        .orElse(true);
  }
}
