package gatehouse.incident.application;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What takes over when the application is stopped.
 *
 * @param mode as admission decided
 * @param backup code of the backup application; a plan without it can only be manual
 * @param manualRoute the procedure without AI, or null when admission published none
 */
public record FailoverPlan(Mode mode, @Nullable String backup, @Nullable ManualRoute manualRoute) {
  public FailoverPlan {
    Objects.requireNonNull(mode, "mode");
  }

  /** Who takes over. */
  public enum Mode {
    BACKUP,
    MANUAL
  }
}
