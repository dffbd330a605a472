package gatehouse.incident.drill;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the hospital decides about drills. */
@Singleton
public class DrillSettings {
  private final Duration every;
  private final Duration allowed;

  public DrillSettings(
      @ConfigProperty(name = "incident.drill.every") Duration every,
      @ConfigProperty(name = "incident.drill.allowed") Duration allowed) {
    this.every = every;
    this.allowed = allowed;
  }

  /** After so long the next one is overdue. */
  public Duration every() {
    return every;
  }

  /** How long a stop may take until every gateway has it. */
  public Duration allowed() {
    return allowed;
  }
}
