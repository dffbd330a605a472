package gatehouse.incident.recovery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a recovery evaluation. The evaluation is as it stands afterwards. */
public sealed interface RecoveryEvent {
  Recovery recovery();

  record Opened(Recovery recovery) implements RecoveryEvent {}

  record ItemRecorded(Recovery recovery, RecoveryItem item) implements RecoveryEvent {}

  /** An item did not pass: the stop stays. */
  record Failed(Recovery recovery, RecoveryItem item) implements RecoveryEvent {}

  record Signed(Recovery recovery, Confirmation confirmation) implements RecoveryEvent {}

  /**
   * Both sides have signed a complete evaluation.
   *
   * @param panelCase admission's case in which the panel agreed; null where none was needed
   */
  record Confirmed(Recovery recovery, @Nullable UUID panelCase) implements RecoveryEvent {}
}
