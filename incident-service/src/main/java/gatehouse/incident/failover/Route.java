package gatehouse.incident.failover;

import gatehouse.incident.application.FailoverPlan.Mode;
import gatehouse.incident.application.ManualRoute;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who takes over for one stopped application.
 *
 * @param application its code, or null for whatever the stop covers that nobody has told us of
 * @param mode decided when the stop was issued
 * @param backup code of the backup application; given exactly with {@link Mode#BACKUP}
 * @param manualRoute always there: a backup may fail too
 */
public record Route(
    @Nullable String application, Mode mode, @Nullable String backup, ManualRoute manualRoute) {
  public Route {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(manualRoute, "manualRoute");
    if ((mode == Mode.BACKUP) != (backup != null)) {
      throw new IllegalArgumentException("a backup belongs to BACKUP and to nothing else");
    }
  }

  /** Without AI. */
  public static Route manual(@Nullable String application, ManualRoute manualRoute) {
    return new Route(application, Mode.MANUAL, null, manualRoute);
  }
}
