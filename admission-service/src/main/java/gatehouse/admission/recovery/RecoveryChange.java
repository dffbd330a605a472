package gatehouse.admission.recovery;

import java.util.List;

/** A recovery case after a step, and what happened in it. */
public record RecoveryChange(RecoveryCase recoveryCase, List<RecoveryEvent> events) {
  public RecoveryChange {
    events = List.copyOf(events);
  }
}
