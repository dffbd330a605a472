package gatehouse.incident.incident;

import gatehouse.incident.duty.Act;

/** Writes down what happened, in the present transaction. */
public interface IncidentEvents {
  void append(IncidentEvent event, Act act);
}
