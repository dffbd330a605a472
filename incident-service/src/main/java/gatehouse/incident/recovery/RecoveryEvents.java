package gatehouse.incident.recovery;

import gatehouse.incident.duty.Act;

/** Writes down what happened, in the present transaction. */
public interface RecoveryEvents {
  void append(RecoveryEvent event, Act act);
}
