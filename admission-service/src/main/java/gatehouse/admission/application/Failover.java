package gatehouse.admission.application;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What happens when the application fails or is stopped (G-52, G-53). The manual route is always
 * named: a backup may be down as well.
 *
 * @param backup code of the backup application, null exactly in mode MANUAL
 */
public record Failover(Mode mode, @Nullable String backup, Text manualRoute) {

  /** To another application, or to people. */
  public enum Mode {
    BACKUP,
    MANUAL
  }

  public Failover {
    requireNonNull(manualRoute);
    if ((backup == null) != (mode == Mode.MANUAL)) {
      throw new IllegalArgumentException("A backup is named exactly in mode BACKUP");
    }
  }

  /** The plan with its backup taken away. */
  public Failover manual() {
    return new Failover(Mode.MANUAL, null, manualRoute);
  }
}
