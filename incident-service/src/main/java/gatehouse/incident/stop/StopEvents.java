package gatehouse.incident.stop;

import gatehouse.incident.duty.Act;

/** Writes down what happened, in the present transaction. */
public interface StopEvents {
  void append(StopEvent event, Act act);
}
