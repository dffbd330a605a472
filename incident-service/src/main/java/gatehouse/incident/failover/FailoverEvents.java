package gatehouse.incident.failover;

import gatehouse.incident.duty.Act;

/** Writes down what happened, in the present transaction. */
public interface FailoverEvents {
  void append(FailoverEvent event, Act act);
}
